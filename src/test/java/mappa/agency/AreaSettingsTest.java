package mappa.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.rule.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AreaSettingsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 11);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 5, 12);
    private static final UUID COORDINATOR = UUID.randomUUID();

    @Test
    @Tag("REF-03")
    @Tag("REF-04")
    @Tag("REF-11")
    void startsWithTheNumbersOfTheReference() {
        var settings = AreaSettings.defaults("NS");
        assertThat(settings.seats()).containsExactly("COORDINATOR_A", "COORDINATOR_B", "POLICE_DI");
        assertThat(settings.votesNeeded()).isEqualTo(2);
        assertThat(settings.panelDays()).isEqualTo(5);
        assertThat(settings.urgentPanelDays()).isEqualTo(1);
        assertThat(settings.panelReminderDays()).isEqualTo(1);
        assertThat(settings.chaseDays()).isEqualTo(1);
        assertThat(settings.chairDays()).isEqualTo(2);
        assertThat(settings.answerDays()).isEqualTo(5);
        assertThat(settings.answerReminderDay()).isEqualTo(3);
        assertThat(settings.differentViewDays()).isEqualTo(5);
        assertThat(settings.draftDays()).isEqualTo(90);
        assertThat(settings.incompleteDays()).isEqualTo(28);
        assertThat(settings.referredAgainMonths()).isEqualTo(6);
        assertThat(settings.firstMeetingDays(2)).isEqualTo(20);
        assertThat(settings.firstMeetingDays(3)).isEqualTo(10);
        assertThat(settings.sentenceDays()).isEqualTo(28);
        assertThat(settings.windowMonths()).isEqualTo(6);
        assertThat(settings.reviewDays(2)).isEqualTo(112);
        assertThat(settings.reviewDays(3)).isEqualTo(56);
        assertThat(settings.heldReviewDays()).isZero();
        assertThat(settings.arrangeReviewDays()).isEqualTo(28);
    }

    @Test
    void takesTheLastValueThatHasBegun() {
        var changes =
                List.of(
                        change(Setting.PANEL_DAYS, "4", MONDAY),
                        change(Setting.PANEL_DAYS, "3", MONDAY),
                        change(Setting.PANEL_DAYS, "2", TUESDAY));
        assertThat(SettingHistory.settings("NS", changes, MONDAY.minusDays(1)).panelDays())
                .isEqualTo(5);
        assertThat(SettingHistory.settings("NS", changes, MONDAY).panelDays()).isEqualTo(3);
        assertThat(SettingHistory.settings("NS", changes, TUESDAY).panelDays()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    @Tag("REF-14")
    void hasADefaultInsideItsBounds(Setting setting) {
        var settings = AreaSettings.defaults("NS");
        if (setting.unit().isNumber()) {
            assertThat(settings.number(setting)).isBetween(setting.least(), setting.most());
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> settings.number(setting));
        }
        assertThat(Setting.ofPath(setting.path())).contains(setting);
        if (setting.kind() == Rule.Kind.NATIONAL) {
            assertThat(settings.number(setting)).isEqualTo(setting.most());
            assertThat(setting.rule()).isNotNull();
        }
    }

    private static SettingChange change(Setting setting, String value, LocalDate from) {
        return new SettingChange("NS", setting, value, from, Instant.EPOCH, COORDINATOR);
    }
}
