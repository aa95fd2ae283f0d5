package mappa.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import mappa.MovedClock;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each recipient is told of each occasion once, through a real mail server that may be away.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class NoticesTest {

    private static final LocalDate DUE = LocalDate.of(2026, 4, 9);

    /// They have no reference: they are about no case, or to somebody who may not know which.
    private static final Set<NoticeKind> WITHOUT_REFERENCE =
            EnumSet.of(
                    NoticeKind.AGENCY_ABSENT,
                    NoticeKind.AGENCY_STILL_ABSENT,
                    NoticeKind.OBSERVATION_ANNOUNCED,
                    NoticeKind.OBSERVATION_MOVED,
                    NoticeKind.OBSERVATION_ENDED);

    @Inject TestPeople people;
    @Inject Notices notices;
    @Inject NoticeSender sender;
    @Inject NoticeQueue queue;
    @Inject MovedClock clock;
    @Inject MeterRegistry metrics;

    private final UUID thing = UuidCreator.getTimeOrderedEpoch();

    @AfterEach
    void everythingIsAsBefore() {
        clock.reset();
        if (!RealParts.mail().getSmtp().isRunning()) {
            RealParts.mail().start();
        }
    }

    @Test
    void tellsEachRecipientOnceHoweverOftenItIsAsked() {
        var first = recipient("notice.first");
        var second = recipient("notice.second");
        assertThat(tell("2026-04-09", List.of(first, second, first))).isEqualTo(2);
        assertThat(tell("2026-04-09", List.of(first, second))).isZero();
        until(() -> received("notice.first").size() == 1);
        until(() -> received("notice.second").size() == 1);
        sender.sendDue();
        assertThat(tell("2026-04-10", List.of(first))).isEqualTo(1); // a moved day is another
        until(() -> received("notice.first").size() == 2);
        assertThat(received("notice.second")).hasSize(1);
    }

    @Test
    void tellsOnceWhenSeveralAskAtTheSameMoment() throws Exception {
        var recipient = recipient("notice.crowded");
        try (var executor = Executors.newFixedThreadPool(6)) {
            Callable<Integer> telling = () -> tell("2026-04-09", List.of(recipient));
            var fresh = 0;
            for (var told :
                    executor.invokeAll(IntStream.range(0, 6).mapToObj(_ -> telling).toList())) {
                fresh += told.get();
            }
            assertThat(fresh).isEqualTo(1);
            Callable<Boolean> sending =
                    () -> {
                        sender.sendDue();
                        return true;
                    };
            executor.invokeAll(IntStream.range(0, 6).mapToObj(_ -> sending).toList());
        }
        until(() -> state("notice.crowded").equals("SENT"));
        assertThat(received("notice.crowded")).hasSize(1);
    }

    @Test
    void saysNothingOfWhatWasRolledBack() {
        var recipient = recipient("notice.rolledback");
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    write(
                                                            NoticeKind.OUTCOME,
                                                            "1",
                                                            List.of(recipient));
                                                    throw new IllegalStateException("refused");
                                                }))
                .hasMessage("refused");
        sender.sendDue();
        assertThat(received("notice.rolledback")).isEmpty();
        assertThatThrownBy(() -> write(NoticeKind.OUTCOME, "1", List.of(recipient)))
                .hasMessageContaining("transaction of its cause");
    }

    @Test
    @Tag("REL-10")
    void waitsForAMailServerThatIsAwayAndThenTellsOnce() {
        var recipient = recipient("notice.patient");
        RealParts.mail().stop();
        tell("2026-04-09", List.of(recipient));
        until(() -> "UNREACHABLE".equals(column("problem", "notice.patient")));
        assertThat(state("notice.patient")).isEqualTo("PENDING");
        assertThat(queue.depth().pending()).isPositive();
        sender.sendDue();
        assertThat(metrics.get("mappa.notices.pending").gauge().value()).isPositive();

        RealParts.mail().start();
        clock.move(Duration.ofMinutes(1)); // past the first pause
        sender.sendDue();
        until(() -> state("notice.patient").equals("SENT"));
        sender.sendDue();
        assertThat(received("notice.patient")).hasSize(1);
        assertThat(column("problem", "notice.patient")).isNull();
    }

    @Test
    @Tag("REL-02")
    void repeatsWithTheSameMessageIdWhatAServerTookAndNeverMarked() throws Exception {
        var recipient = recipient("notice.repeated");
        var before = metrics.get("mappa.notices.uncertain").counter().count();
        tell("2026-04-09", List.of(recipient));
        until(() -> state("notice.repeated").equals("SENT"));
        // As a server leaves it that dies between the mail server's answer and its mark.
        sql(
                """
                update notice set state = 'PENDING', sent_at = null, leased_until = due_at + interval '3 minutes'
                where thing_id = '%s'
                """
                        .formatted(thing));
        sender.sendDue();
        assertThat(received("notice.repeated")).hasSize(1); // still the other's
        clock.move(Duration.ofMinutes(4));
        sender.sendDue();
        until(() -> state("notice.repeated").equals("SENT"));
        var mails = received("notice.repeated");
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).getMessageID()).isEqualTo(mails.get(1).getMessageID());
        assertThat(metrics.get("mappa.notices.uncertain").counter().count() - before).isEqualTo(1);
        assertThat(column("uncertain_attempts", "notice.repeated")).isEqualTo("1");
    }

    @Test
    void givesUpWhereThereIsNoAddressUntilAnOperatorSaysOtherwise() throws Exception {
        var recipient = recipient("notice.unreachable");
        sql("update user_account set email = null where subject = 'notice.unreachable'");
        tell("2026-04-09", List.of(recipient));
        until(() -> state("notice.unreachable").equals("FAILED"));
        assertThat(column("problem", "notice.unreachable")).isEqualTo("NO_ADDRESS");
        assertThat(queue.depth().failed()).isPositive();
        var id = UUID.fromString(column("id", "notice.unreachable"));
        assertThat(queue.unsent(null, 1000)).anyMatch(unsent -> unsent.id().equals(id));

        sql(
                "update user_account set email = 'notice.unreachable@mail.test' where subject = 'notice.unreachable'");
        assertThat(queue.revive(id, clock())).isTrue();
        assertThat(queue.revive(id, clock())).isFalse();
        sender.sendDue();
        until(() -> received("notice.unreachable").size() == 1);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SEC-24")
    @Tag("SEC-03")
    void saysReferenceKindDayAndLinkUnderTheMarkingAndNothingElse(NoticeKind kind)
            throws Exception {
        var name = "notice." + kind.name().toLowerCase().replace('_', '-');
        var recipient = recipient(name);
        QuarkusTransaction.requiringNew().run(() -> write(kind, "1", List.of(recipient)));
        until(() -> received(name).size() == 1);
        var mail = received(name).getFirst();
        var text = GreenMailUtil.getBody(mail).replace("=\r\n", "");
        assertThat(mail.getSubject()).startsWith("OFFICIAL-SENSITIVE: ");
        if (!WITHOUT_REFERENCE.contains(kind)) {
            assertThat(mail.getSubject()).contains("NS-26-0412/R1");
            assertThat(text).contains("NS-26-0412/R1");
        }
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(text.lines().findFirst()).contains("OFFICIAL-SENSITIVE");
        assertThat(text)
                .contains("http://localhost:8080/referrals/" + thing)
                .contains("Sign in to see details. Do not reply with case information.")
                .doesNotContain(name, "{", "}");
        assertThat(mail.getSubject() + text)
                .as("no level, no category, no place")
                .doesNotContainIgnoringCase("level", "category", "custody", "prison");
    }

    @Test
    @Tag("SEC-03")
    void takesNothingThatCouldNameAPerson() {
        var recipient = recipient("notice.strict");
        for (var reference : List.of("Zebedee Canary", "NS-26-0412 Canary", "1988-02-14", "")) {
            assertThatThrownBy(
                            () ->
                                    QuarkusTransaction.requiringNew()
                                            .run(
                                                    () ->
                                                            notices.tell(
                                                                    thing,
                                                                    NoticeKind.OUTCOME,
                                                                    "1",
                                                                    List.of(recipient),
                                                                    reference,
                                                                    "/referrals",
                                                                    null)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (var path : List.of("/people?name=Canary", "https://elsewhere.test", "referrals")) {
            assertThatThrownBy(
                            () ->
                                    QuarkusTransaction.requiringNew()
                                            .run(
                                                    () ->
                                                            notices.tell(
                                                                    thing,
                                                                    NoticeKind.OUTCOME,
                                                                    "1",
                                                                    List.of(recipient),
                                                                    null,
                                                                    path,
                                                                    null)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void callsAReferralWithoutANumberThat() throws Exception {
        var recipient = recipient("notice.unnumbered");
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                notices.tell(
                                        thing,
                                        NoticeKind.REFERRAL_RETURNED,
                                        "round-1",
                                        List.of(recipient),
                                        null,
                                        "/referrals/" + thing,
                                        null));
        until(() -> received("notice.unnumbered").size() == 1);
        assertThat(received("notice.unnumbered").getFirst().getSubject())
                .endsWith("Referral (not numbered yet) needs more information");
    }

    private java.time.Instant clock() {
        return java.time.Instant.now();
    }

    private UUID recipient(String name) {
        return people.person(name, Role.PANEL_MEMBER, "NO").personId();
    }

    private int tell(String occasion, List<UUID> recipients) {
        return QuarkusTransaction.requiringNew()
                .call(() -> write(NoticeKind.BALLOT_OPEN, occasion, recipients));
    }

    private int write(NoticeKind kind, String occasion, List<UUID> recipients) {
        return notices.tell(
                thing, kind, occasion, recipients, "NS-26-0412/R1", "/referrals/" + thing, DUE);
    }

    private static List<MimeMessage> received(String name) {
        return Arrays.stream(RealParts.mail().getReceivedMessages())
                .filter(
                        mail ->
                                GreenMailUtil.getAddressList(recipients(mail))
                                        .equals(name + "@mail.test"))
                .toList();
    }

    private static jakarta.mail.Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private String state(String name) {
        return String.valueOf(column("state", name));
    }

    private @Nullable String column(String column, String name) {
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select n.%s from notice n join user_account u on u.id = n.recipient_id
                                where n.thing_id = '%s' and u.subject = '%s'
                                """
                                        .formatted(column, thing, name))) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void sql(String sql) throws SQLException {
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void until(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("after 20 s").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
