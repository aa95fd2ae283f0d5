package mappa.notice;

/// What a mail says; its words are `notice.subject.<KIND>` and `notice.body.<KIND>`.
public enum NoticeKind {
    /// To a seat of the panel: a referral is ready for its vote. Has a due day.
    BALLOT_OPEN,
    /// To a seat that has not voted. Has a due day.
    BALLOT_REMINDER,
    /// To the coordinators: the panel has not decided in time. Has a due day, which has passed.
    CHASE_PANEL,
    /// To the chair of the Strategic Management Board: nor has it two working days later.
    ESCALATION,
    /// To the referrer: something is missing before the panel can see it.
    REFERRAL_RETURNED,
    /// To the referrer: the panel has questions. Has a due day.
    QUESTIONS_ASKED,
    /// To the referrer, who has not answered yet. Has a due day.
    ANSWER_REMINDER,
    /// To the referrer: decided.
    OUTCOME,
    /// To an agency: it is asked to a meeting. Has the day of the meeting.
    MEETING_INVITED,
    /// To an agency: the meeting is held at another time. Has the day of the meeting.
    MEETING_MOVED,
    /// To an agency: the meeting is not held.
    MEETING_CALLED_OFF,
    /// To an agency: it is asked to the meeting no longer.
    MEETING_NOT_ASKED,
    /// To an agency that has not answered, or not said what it knows. Has a due day.
    RETURN_REMINDER,
    /// To administrators: the limit comes near and no date is set. Has the limit.
    MEETING_TO_ARRANGE,
    /// To coordinators: the limit has passed without a meeting. Has the limit.
    MEETING_LATE,
    /// To the chair: a draft of minutes is there.
    MINUTES_TO_APPROVE,
    /// To administrators: the chair gave a draft back.
    MINUTES_RETURNED,
    /// To whoever gets minutes: they are there.
    MINUTES_READY,
    /// To the same: an addendum was added.
    MINUTES_CORRECTED,
    /// To an agency: a meeting agreed that it does something. Has the day by which.
    ACTION_AGREED,
    /// To the manager of an agency: it stays away from meetings.
    AGENCY_ABSENT,
    /// To the board: it still does.
    AGENCY_STILL_ABSENT,
    /// To the coordinator: Category 1 or 2 of a case with meetings ends. Has the last day to
    /// decide.
    CATEGORY_ENDS,
    /// To the other coordinators: it ends soon, and nothing is decided. Has the same day.
    CATEGORY_ENDS_UNDECIDED,
    /// To whoever answers for a case at Level 1: a review is due. Has a due day.
    LEVEL_1_REVIEW_DUE,
    /// To the same, shortly before. Has a due day.
    LEVEL_1_REVIEW_REMINDER,
    /// To the same and the coordinators: it was not held. Has the due day, which has passed.
    LEVEL_1_REVIEW_LATE,
    /// To whoever answers for a case at Level 1: something prompts to refer up.
    LEVEL_1_PROMPT,
    /// To the coordinators of another area: a case is offered to it. Has the day for the answer.
    TRANSFER_OFFERED,
    /// To the coordinators who offered it: the other area has it now.
    TRANSFER_ACCEPTED,
    /// To the same: the other area does not take it.
    TRANSFER_DECLINED,
    /// To the coordinators of the other area: it is not offered any more.
    TRANSFER_RECALLED,
    /// To a lay adviser: a meeting can be watched. Has its day, and nothing else of it.
    OBSERVATION_ANNOUNCED,
    /// To the same: it is at another time or place.
    OBSERVATION_MOVED,
    /// To the same: it is not held, or not to be watched.
    OBSERVATION_ENDED
}
