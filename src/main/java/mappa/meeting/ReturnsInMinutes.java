package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import mappa.agency.Agencies;
import mappa.document.Block;
import mappa.identity.Actor;
import mappa.web.Said;

/// What each agency sent, so that nobody types it again: its last version.
@ApplicationScoped
class ReturnsInMinutes implements MinutesSource {

    private final Meetings meetings;
    private final Agencies agencies;

    ReturnsInMinutes(Meetings meetings, Agencies agencies) {
        this.meetings = meetings;
        this.agencies = agencies;
    }

    @Override
    public RecordSection section() {
        return RecordSection.INFORMATION;
    }

    @Override
    public List<Block> blocks(UUID meetingId, Actor actor) {
        var invitations = meetings.get(meetingId).invitations();
        var names = agencies.names(invitations.stream().map(Invitation::agency).toList());
        var blocks = new ArrayList<Block>();
        for (var invitation : invitations) {
            if (invitation.isReturned()) {
                var last = invitation.returns().getLast();
                blocks.add(
                        Block.text(
                                Said.of(
                                        "meeting.minutes.return-of",
                                        names.getOrDefault(invitation.agency(), ""),
                                        Said.code("meeting.return-kind", last.kind()),
                                        Said.moment(last.sentAt()))));
                var answers = answers(last);
                if (!answers.isEmpty()) {
                    blocks.add(Block.facts(answers));
                }
            }
        }
        return blocks;
    }

    private static List<List<String>> answers(AgencyReturn of) {
        return Arrays.stream(ReturnQuestion.values())
                .filter(question -> of.answers().containsKey(question.key()))
                .map(
                        question ->
                                List.of(
                                        Said.of(question.words()),
                                        words(question, of.answers().get(question.key()))))
                .toList();
    }

    private static String words(ReturnQuestion question, String answer) {
        return question == ReturnQuestion.CHECKED_ON ? Said.day(LocalDate.parse(answer)) : answer;
    }
}
