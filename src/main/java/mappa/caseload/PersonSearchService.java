package mappa.caseload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.audit.AuditTrail;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.identity.Operation;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// Finding people. What was found is kept for its searcher alone, for half an hour, so that no name
/// stands in an address and going back works.
@ApplicationScoped
@Transactional
public class PersonSearchService {

    /// How many are shown; more ask to narrow the search.
    static final int MOST = 20;

    /// SCREENS, S-20.
    static final Duration KEPT = Duration.ofMinutes(30);

    private final People people;
    private final EntityManager entities;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Clock clock;

    PersonSearchService(
            People people,
            EntityManager entities,
            AuditTrail audit,
            ObjectMapper json,
            Clock clock) {
        this.people = people;
        this.entities = entities;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /// Looks for people whom the actor may see and keeps what was found.
    ///
    /// @return id of the result
    /// @throws Invalid naming each field that has not the form expected
    @Once
    public UUID search(SearchPeople command, Actor actor) {
        var area = actor.areaFor(Operation.FIND_PERSON);
        var now = clock.instant();
        var criteria = command.criteria(London.dayOf(now));
        var hits = people.search(criteria, MOST + 1);
        var shown = hits.stream().limit(MOST).toList();
        entities.createNativeQuery("delete from search_result where until_at <= :now")
                .setParameter("now", now)
                .executeUpdate();
        var id = UuidCreator.getTimeOrderedEpoch();
        entities.createNativeQuery(
                        """
                        insert into search_result
                            (id, user_id, area, reason, criteria, matches, more, recorded_at, until_at)
                        values (:id, :user, :area, :reason, :criteria, :matches, :more, :now, :until)
                        """)
                .setParameter("id", id)
                .setParameter("user", actor.personId())
                .setParameter("area", area)
                .setParameter("reason", command.reason().name())
                .setParameter("criteria", write(command))
                .setParameter("matches", write(shown))
                .setParameter("more", hits.size() > MOST)
                .setParameter("now", now)
                .setParameter("until", now.plus(KEPT))
                .executeUpdate();
        audit.record(
                actor,
                new PeopleSearched(
                        shown.stream().map(People.Hit::personId).toList(),
                        "people-searched",
                        command.reason().name(),
                        criteria.kinds()));
        return id;
    }

    /// What a search of the actor's own found, without those whom they may not see any more.
    ///
    /// @throws NotFound if it is not theirs, or its half hour is over
    public SearchView result(UUID id, Actor actor) {
        var row = row(id, actor).orElseThrow(() -> new NotFound(SearchView.class));
        var searched = read(row.get("criteria", String.class), SEARCHED);
        var matches = people.describe(read(row.get("matches", String.class), HITS));
        audit.record(
                actor,
                new PeopleSearched(
                        matches.stream().map(PersonMatch::personId).toList(),
                        "search-result",
                        row.get("reason", String.class),
                        List.of()));
        return new SearchView(
                id,
                searched,
                matches,
                row.get("more", Boolean.class),
                row.get("until_at", Instant.class));
    }

    /// Why the actor searched, so that the reason goes along to what they open from the result;
    /// empty if it is not theirs or over.
    public Optional<String> reason(@Nullable UUID id, Actor actor) {
        return id == null
                ? Optional.empty()
                : row(id, actor).map(row -> row.get("reason", String.class));
    }

    private Optional<Tuple> row(UUID id, Actor actor) {
        return entities
                .createNativeQuery(
                        """
                        select reason as reason, criteria as criteria, matches as matches, more as more,
                               until_at as until_at
                        from search_result where id = :id and user_id = :user and until_at > :now
                        """,
                        Tuple.class)
                .setParameter("id", id)
                .setParameter("user", actor.personId())
                .setParameter("now", clock.instant())
                .getResultList()
                .stream()
                .map(Tuple.class::cast)
                .findFirst();
    }

    private static final TypeReference<SearchPeople> SEARCHED = new TypeReference<>() {};
    private static final TypeReference<List<People.Hit>> HITS = new TypeReference<>() {};

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
