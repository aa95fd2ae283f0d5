package mappa.meeting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands beside a section of the record while it is written.
///
/// @param lastOn day of the last meeting that was closed; null if this is the first
/// @param last what that one recorded in the same section
/// @param returns what agencies sent about it
public record SectionBeside(@Nullable LocalDate lastOn, List<Text> last, List<Sent> returns) {

    public SectionBeside {
        last = List.copyOf(last);
        returns = List.copyOf(returns);
    }

    /// @param field key of the field
    public record Text(String field, String value) {}

    /// What one agency sent.
    public record Sent(String agency, List<Answer> answers) {}

    public record Answer(ReturnQuestion question, String text) {}
}
