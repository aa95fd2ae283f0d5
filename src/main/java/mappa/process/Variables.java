package mappa.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What may leave for the engine: ids, codes, numbers, dates, yes and no, and lists of them. Names
/// and narratives never do (SEC-16).
final class Variables {

    /// `NS`, `ACCEPT_2`, `NS-26-0412`: what a person types does not look like this.
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,63}");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

    /// Its own, so that no setting of the API changes what the engine reads.
    static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private static final TypeReference<LinkedHashMap<String, Object>> MAP =
            new TypeReference<>() {};

    private Variables() {}

    /// As they are kept and sent.
    ///
    /// @throws IllegalArgumentException if one is not of the kinds that may leave; its value is not
    ///   in the message
    static String write(Map<String, ? extends @Nullable Object> variables) {
        var checked = new LinkedHashMap<String, @Nullable Object>();
        variables.forEach(
                (name, value) -> {
                    if (!NAME.matcher(name).matches()) {
                        throw new IllegalArgumentException("variable name: " + name);
                    }
                    checked.put(name, allowed(name, value));
                });
        return text(checked);
    }

    private static @Nullable Object allowed(String name, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Integer number -> number;
            case Long number -> number;
            case UUID id -> id.toString();
            case Enum<?> code -> code.name();
            case Instant moment -> moment.atOffset(ZoneOffset.UTC).toString();
            case OffsetDateTime moment -> moment.toString();
            case LocalDate day -> day.toString();
            case String text when CODE.matcher(text).matches() -> text;
            case String text when ID.matcher(text).matches() -> text;
            case Collection<?> values -> values.stream().map(one -> allowed(name, one)).toList();
            default ->
                    throw new IllegalArgumentException(
                            "variable %s: ids, codes, numbers, dates and booleans only, not a %s"
                                    .formatted(name, value.getClass().getSimpleName()));
        };
    }

    /// Variables of a record that a worker answers; the same rule holds for them.
    static String ofRecord(@Nullable Record answer) {
        if (answer == null) {
            return "{}";
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var component : answer.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                values.put(component.getName(), accessor.invoke(answer));
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException(component.toString(), broken);
            }
        }
        return write(values);
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static Map<String, Object> read(String json) {
        try {
            return JSON.readValue(json, MAP);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static String text(Map<String, ?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
