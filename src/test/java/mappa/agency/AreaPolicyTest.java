package mappa.agency;

import static mappa.agency.Seat.COORDINATOR_A;
import static mappa.agency.Seat.COORDINATOR_B;
import static mappa.agency.Seat.POLICE_DI;
import static mappa.agency.Seat.PRISON;
import static mappa.agency.Seat.PROBATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.rule.Invalid;
import mappa.rule.Rule;
import mappa.rule.RuleBroken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AreaPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 12);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final AreaPolicy.Change BY =
            new AreaPolicy.Change(UUID.randomUUID(), Instant.parse("2026-05-12T09:00:00Z"));

    private final AreaPolicy policy = new AreaPolicy("NS", List.of());

    static Stream<Setting> national() {
        return Stream.of(Setting.values()).filter(setting -> setting.kind() == Rule.Kind.NATIONAL);
    }

    @ParameterizedTest
    @MethodSource("national")
    @Tag("MTG-02")
    @Tag("MTG-03")
    @Tag("NOT-02")
    @Tag("NOT-03")
    void tightensANationalLimitAndNeverLoosensIt(Setting setting) {
        set(setting, setting.most() - 1);
        assertThat(policy.settings(TODAY).number(setting)).isEqualTo(setting.most() - 1);
        set(setting, setting.most()); // back to the limit itself
        var refusal =
                catchThrowableOfType(RuleBroken.class, () -> set(setting, setting.most() + 1));
        assertThat(refusal.rule()).isEqualTo(setting.rule());
        assertThat(policy.settings(TODAY).number(setting)).isEqualTo(setting.most());
    }

    @ParameterizedTest
    @CsvSource({"0", "21", "-1", "2147483647"})
    @Tag("REF-11")
    void staysInsideTheBoundsOfALocalNumber(int days) {
        var refusal = catchThrowableOfType(Invalid.class, () -> set(Setting.PANEL_DAYS, days));
        assertThat(refusal.problems().getFirst().field()).isEqualTo("value");
        assertThat(policy.version(Setting.PANEL_DAYS)).isZero();
    }

    @Test
    void refusesWhatIsNoNumberOrStandsAlready() {
        assertThat(problem("five", TODAY)).isEqualTo("web.problem.not-a-number");
        assertThat(problem("5", TODAY)).isEqualTo("agency.problem.unchanged");
    }

    @Test
    void beginsTodayOrLater() {
        assertThat(problem("4", TODAY.minusDays(1))).isEqualTo("agency.problem.from-past");
        assertThat(problem("4", null)).isEqualTo("agency.problem.from-missing");
        policy.change(Setting.PANEL_DAYS, "4", TOMORROW, TODAY, BY);
        assertThat(policy.settings(TODAY).panelDays()).isEqualTo(5);
        assertThat(policy.settings(TOMORROW).panelDays()).isEqualTo(4);
    }

    @Test
    void keepsWhatIsSetForALaterDayWhenAnEarlierOneIsSetAfterwards() {
        policy.change(Setting.PANEL_DAYS, "4", TOMORROW, TODAY, BY);
        policy.change(Setting.PANEL_DAYS, "6", TODAY, TODAY, BY);
        assertThat(policy.settings(TODAY).panelDays()).isEqualTo(6);
        assertThat(policy.settings(TOMORROW).panelDays()).isEqualTo(4);
        assertThat(policy.history(Setting.PANEL_DAYS))
                .extracting(SettingChange::value)
                .containsExactly("4", "6");
    }

    @Test
    @Tag("REF-07")
    void remindsTheReferrerBeforeTheLastDay() {
        set(Setting.ANSWER_DAYS, 4);
        var refusal = catchThrowableOfType(Invalid.class, () -> set(Setting.ANSWER_DAYS, 3));
        assertThat(refusal.problems().getFirst().message())
                .isEqualTo("agency.problem.reminder-after-last");
    }

    @Test
    @Tag("REF-07")
    void remindsTheReferrerBeforeTheLastDayOfALaterValueToo() {
        set(Setting.ANSWER_REMINDER_DAY, 1);
        policy.change(Setting.ANSWER_DAYS, "3", TOMORROW, TODAY, BY);
        assertThat(catchThrowableOfType(Invalid.class, () -> set(Setting.ANSWER_REMINDER_DAY, 3)))
                .isNotNull();
    }

    @Test
    @Tag("REF-11")
    void givesAnUrgentReferralNoMoreTimeThanAnyOther() {
        set(Setting.PANEL_DAYS, 2);
        assertThat(catchThrowableOfType(Invalid.class, () -> set(Setting.URGENT_PANEL_DAYS, 3)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,2", "3,3", "4,3", "4,4", "5,3", "5,5"})
    @Tag("REF-14")
    void takesVotesFromAMajorityToAll(int seats, int votes) {
        if (seats == 3 && votes == 2) {
            policy.changePanel(seats(1), 1, TODAY, TODAY, BY); // 3 and 2 stand by default
        }
        policy.changePanel(seats(seats), votes, TODAY, TODAY, BY);
        assertThat(policy.settings(TODAY).seats()).hasSize(seats);
        assertThat(policy.settings(TODAY).votesNeeded()).isEqualTo(votes);
    }

    @ParameterizedTest
    @CsvSource({"1,0", "1,2", "2,1", "3,1", "3,4", "4,2", "5,2", "5,6"})
    @Tag("REF-14")
    void refusesVotesBelowAMajorityOrAboveAll(int seats, int votes) {
        var refusal =
                catchThrowableOfType(
                        RuleBroken.class,
                        () -> policy.changePanel(seats(seats), votes, TODAY, TODAY, BY));
        assertThat(refusal.rule()).isEqualTo(AgencyRule.SEATS);
        assertThat(policy.settings(TODAY).votesNeeded()).isEqualTo(2);
    }

    @Test
    @Tag("REF-14")
    void keepsSeatsAndVotesTogetherOverTime() {
        policy.changePanel(seats(1), 1, TOMORROW, TODAY, BY);
        policy.changePanel(seats(5), 4, TODAY, TODAY, BY);
        assertThat(policy.settings(TODAY).seats()).hasSize(5);
        assertThat(policy.settings(TODAY).votesNeeded()).isEqualTo(4);
        assertThat(policy.settings(TOMORROW).seats()).containsExactly("COORDINATOR_A");
        assertThat(policy.settings(TOMORROW).votesNeeded()).isEqualTo(1);
    }

    @Test
    void takesAMailAddressOrNone() {
        policy.change(Setting.UNIT_EMAIL, " unit@northshire.example ", TODAY, TODAY, BY);
        assertThat(policy.settings(TODAY).unitEmail()).isEqualTo("unit@northshire.example");
        policy.change(Setting.UNIT_EMAIL, "", TODAY, TODAY, BY);
        assertThat(policy.settings(TODAY).unitEmail()).isEmpty();
        assertThat(
                        catchThrowableOfType(
                                Invalid.class,
                                () -> policy.change(Setting.UNIT_EMAIL, "unit", TODAY, TODAY, BY)))
                .isNotNull();
    }

    private static List<Seat> seats(int number) {
        return List.of(COORDINATOR_A, COORDINATOR_B, POLICE_DI, PROBATION, PRISON)
                .subList(0, number);
    }

    private String problem(String value, LocalDate from) {
        return catchThrowableOfType(
                        Invalid.class,
                        () -> policy.change(Setting.PANEL_DAYS, value, from, TODAY, BY))
                .problems()
                .getFirst()
                .message();
    }

    private void set(Setting setting, int number) {
        policy.change(setting, Integer.toString(number), TODAY, TODAY, BY);
    }
}
