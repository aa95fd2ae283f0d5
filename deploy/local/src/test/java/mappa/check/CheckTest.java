package mappa.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void namesAClassThatRanNothing() {
        assertThat(Check.silent(Set.of("a.OneTest", "a.TwoTest"), Set.of("a.OneTest"), false))
                .containsExactly("a.TwoTest");
    }

    @Test
    void testsOfANestedClassCountForTheOuterOneOnly() {
        assertThat(
                        Check.silent(
                                Set.of("a.OneTest", "a.OneTest$Inner", "a.OneTest$Other"),
                                Set.of("a.OneTest$Inner"),
                                false))
                .containsExactly("a.OneTest$Other");
    }

    @Test
    void onlyAFastCheckMayLeaveOutTheRealParts() {
        var expected = Set.of("a.StoryIT", "a.StoryIT$Inner");
        assertThat(Check.silent(expected, Set.of(), true)).isEmpty();
        assertThat(Check.silent(expected, Set.of(), false)).hasSize(2);
    }
}
