package mappa.caseload;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// How what may not be known is written: `{"known": "1988-02-14"}` or `{"missing":
/// "ASKED_NOT_KNOWN"}`, never as null, which says nothing.
@Singleton
class CaseloadJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(
                new SimpleModule("caseload")
                        .addSerializer(Fact.class, new Writer())
                        .addDeserializer(Fact.class, new Reader(null))
                        .addDeserializer(Identifier.class, new NumberReader()));
    }

    /// A number is read in any usual spelling and kept in its one.
    private static final class NumberReader extends JsonDeserializer<Identifier> {
        @Override
        public Identifier deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            JsonNode tree = context.readTree(json);
            var kind = context.readTreeAsValue(tree.path("kind"), IdentifierKind.class);
            if (kind == null) {
                return context.reportInputMismatch(this, "expected a kind and a value");
            }
            return Identifier.of(kind, tree.path("value").asText(), "identifiers");
        }
    }

    private static final class Writer extends JsonSerializer<Fact> {
        @Override
        public void serialize(Fact fact, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            switch ((Fact<?>) fact) {
                case Fact.Known<?>(var value) -> json.writePOJOField("known", value);
                case Fact.Missing<?>(var why) -> json.writeStringField("missing", why.name());
            }
            json.writeEndObject();
        }
    }

    private static final class Reader extends JsonDeserializer<Fact<?>>
            implements ContextualDeserializer {

        private final @Nullable JavaType value;

        Reader(@Nullable JavaType value) {
            this.value = value;
        }

        @Override
        public JsonDeserializer<?> createContextual(
                DeserializationContext context, BeanProperty property) {
            return new Reader(context.getContextualType().containedTypeOrUnknown(0));
        }

        @Override
        public Fact<?> deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            JsonNode tree = context.readTree(json);
            if (tree.hasNonNull("known")) {
                return Fact.known(context.readTreeAsValue(tree.get("known"), value));
            }
            if (tree.hasNonNull("missing")) {
                return Fact.of(null, context.readTreeAsValue(tree.get("missing"), Fact.Why.class));
            }
            return context.reportInputMismatch(
                    this, "expected {\"known\": …} or {\"missing\": \"NOT_RECORDED\"}");
        }

        @Override
        public Fact<?> getNullValue(DeserializationContext context) {
            return Fact.notRecorded();
        }
    }
}
