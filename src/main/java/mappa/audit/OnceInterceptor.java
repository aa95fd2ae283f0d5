package mappa.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import mappa.identity.Actor;
import mappa.identity.CurrentActor;
import org.jspecify.annotations.Nullable;

/// Keeps a command's first answer in the command's own transaction and gives it to whoever sends
/// the same again.
///
/// Two at the same moment: the second waits at the primary key until the first has committed, then
/// finds its answer.
@Once
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300) // inside the transaction, which is at + 200
class OnceInterceptor {

    private final EntityManager entities;
    private final RequestKey request;
    private final CurrentActor current;
    private final ObjectMapper json;
    private final Clock clock;

    OnceInterceptor(
            EntityManager entities,
            RequestKey request,
            CurrentActor current,
            ObjectMapper json,
            Clock clock) {
        this.entities = entities;
        this.request = request;
        this.current = current;
        this.json = json;
        this.clock = clock;
    }

    @AroundInvoke
    @Nullable Object once(InvocationContext invocation) throws Exception {
        var key = key();
        if (key.isEmpty()) {
            return invocation.proceed();
        }
        var person = current.get().personId();
        var mac = mac(invocation);
        if (request.isStrict()) {
            refuseOtherContents(person, key.get(), mac);
        }
        if (!isFirst(person, key.get(), mac)) {
            return firstAnswer(person, key.get(), mac, invocation);
        }
        var result = invocation.proceed();
        entities.createNativeQuery(
                        """
                        update command_result set result = :result
                        where actor_id = :person and key = :key and request_mac = :mac
                        """)
                .setParameter("result", json.writeValueAsString(result))
                .setParameter("person", person)
                .setParameter("key", key.get())
                .setParameter("mac", mac)
                .executeUpdate();
        return result;
    }

    private Optional<String> key() {
        var inRequest = Arc.container().requestContext().isActive();
        return inRequest && current.isSet() && !current.get().isSystem()
                ? request.take()
                : Optional.empty();
    }

    private boolean isFirst(Object person, String key, byte[] mac) {
        return entities.createNativeQuery(
                                """
                                insert into command_result (actor_id, key, request_mac, at)
                                values (:person, :key, :mac, :now) on conflict do nothing
                                """)
                        .setParameter("person", person)
                        .setParameter("key", key)
                        .setParameter("mac", mac)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private @Nullable Object firstAnswer(
            Object person, String key, byte[] mac, InvocationContext invocation)
            throws JsonProcessingException {
        var first =
                (Tuple)
                        entities.createNativeQuery(
                                        """
                                        select result as result, at as at from command_result
                                        where actor_id = :person and key = :key and request_mac = :mac
                                        """,
                                        Tuple.class)
                                .setParameter("person", person)
                                .setParameter("key", key)
                                .setParameter("mac", mac)
                                .getSingleResult();
        request.repeated(first.get("at", java.time.Instant.class));
        var type = json.constructType(invocation.getMethod().getGenericReturnType());
        var result = first.get("result", String.class);
        return type.hasRawClass(void.class) ? null : json.readValue(result, type);
    }

    private void refuseOtherContents(Object person, String key, byte[] mac) {
        var others =
                entities.createNativeQuery(
                                """
                                select 1 from command_result
                                where actor_id = :person and key = :key and request_mac <> :mac
                                """)
                        .setParameter("person", person)
                        .setParameter("key", key)
                        .setParameter("mac", mac)
                        .getResultList();
        if (!others.isEmpty()) {
            throw new KeyReused();
        }
    }

    /// What was asked, without the actor: the command's name and its arguments.
    private byte[] mac(InvocationContext invocation) throws Exception {
        var arguments =
                Arrays.stream(invocation.getParameters())
                        .filter(argument -> !(argument instanceof Actor))
                        .toList();
        var text = invocation.getMethod().getName() + json.writeValueAsString(arguments);
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
