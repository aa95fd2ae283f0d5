package mappa;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.identity.Requires;
import mappa.time.Past;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds for the whole of the server, whoever writes it next. Each rule says what to do
/// instead; one that matches nothing fails by itself.
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("mappa");

    private static final String[] PLATFORM = {
        "mappa.rule..",
        "mappa.time..",
        "mappa.identity..",
        "mappa.audit..",
        "mappa.document..",
        "mappa.icalendar..",
        "mappa.process..",
        "mappa.notice..",
        "mappa.web.."
    };

    /// Platform classes that begin transactions themselves: ways in, and what is read on each
    /// request.
    private static final Set<String> BEGIN_TRANSACTIONS =
            Set.of(
                    "mappa.audit.AuditChain",
                    "mappa.identity.Actors",
                    "mappa.identity.Sessions",
                    "mappa.web.HeldForms",
                    "mappa.web.SignIns");

    @Test
    @Tag("SEC-01")
    void endpointsNameTheirOperation() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .beAnnotatedWith(Requires.class)
                .andShould()
                .bePublic()
                .because(
                        "who may call it stands in identity.Operation alone: put @Requires(Operation.X)"
                                + " on it, and make it public, since others answer 404")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("mappa.(*)..")
                .should()
                .beFreeOfCycles()
                .because(
                        "a feature reacts to another by observing its past-tense event, and asks it by"
                                + " id; what both need goes to the platform")
                .check(CLASSES);
    }

    @Test
    void thePlatformKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAnyPackage(PLATFORM)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("mappa..").and(not(resideInAnyPackage(PLATFORM))))
                .because(
                        "features contribute to the platform (an event, a NavigationItem, a HomeBlock,"
                                + " a handler); the platform never calls them by name")
                .check(CLASSES);
    }

    @Test
    void servicesTakeTheActorLast() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Service")
                .and()
                .arePublic()
                .and(not(synthetic()))
                .should(takeTheActorLast())
                .because(
                        "nothing is done or read by nobody: pass CurrentActor.get() or Actor.system")
                .check(CLASSES);
    }

    @Test
    void whatFacesOutwardsKnowsNoEntity() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .or()
                .haveSimpleNameEndingWith("Pages")
                .or()
                .haveSimpleNameEndingWith("Workers")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .because(
                        "a view record leaves the package: give it a hand-written static of(Entity)")
                .check(CLASSES);
    }

    @Test
    void onlyProcessKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("mappa.process..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.camunda..")
                .because(
                        "the engine is told by outbox rows and hands jobs to methods with @Handles; its"
                                + " client stays in process")
                .check(CLASSES);
    }

    @Test
    void onlyServicesBeginTransactions() {
        var others =
                DescribedPredicate.<JavaClass>describe(
                        "begin transactions although no service",
                        type ->
                                !type.getSimpleName().endsWith("Service")
                                        && !type.getPackageName().startsWith("mappa.process")
                                        && !type.getPackageName().startsWith("mappa.notice")
                                        && !answersTheEngine(type)
                                        && !BEGIN_TRANSACTIONS.contains(type.getName()));
        noClasses()
                .that(others)
                .should()
                .beAnnotatedWith(Transactional.class)
                .because("one command, one transaction: begin it in the feature's *Service")
                .check(CLASSES);
        noMethods()
                .that()
                .areDeclaredInClassesThat(others)
                .should()
                .beAnnotatedWith(Transactional.class)
                .because("one command, one transaction: begin it in the feature's *Service")
                .check(CLASSES);
    }

    @Test
    void nobodyLooksAtTheMachinesClock() {
        var now =
                DescribedPredicate.<JavaMethodCall>describe(
                        "read the machine's clock",
                        call ->
                                (call.getName().equals("now")
                                                && takesNoClock(call)
                                                && call.getTargetOwner()
                                                        .getPackageName()
                                                        .equals("java.time"))
                                        || (call.getName().equals("currentTimeMillis"))
                                        || call.getTargetOwner().isEquivalentTo(Clock.class)
                                                && call.getName().startsWith("system"));
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("mappa.time.ClockProducer")
                .should(callMethodWhere(now))
                .orShould()
                .callConstructor(Date.class)
                .because("tests move the time: have java.time.Clock injected and ask that")
                .check(CLASSES);
    }

    @Test
    void onlyTheInventedAreasHaveAPast() {
        noClasses()
                .that()
                .resideOutsideOfPackages("mappa.demo..", "mappa.time..")
                .should()
                .callMethod(Past.class, "at", Instant.class, Supplier.class)
                .because("what was done is recorded when it was done")
                .check(CLASSES);
    }

    @Test
    void callsOfProgramsHaveTheirEffectOnce() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Resource")
                .and()
                .areMetaAnnotatedWith(HttpMethod.class)
                .and()
                .areNotAnnotatedWith(GET.class)
                .and(not(READ_BY_POST))
                .should(callAMethodThatActsOnce())
                .because("a program repeats a call whose answer was lost: put @Once on the command")
                .check(CLASSES);
    }

    /// Posted only because names do not belong into addresses.
    private static final DescribedPredicate<JavaMethod> READ_BY_POST =
            DescribedPredicate.describe(
                    "only looks",
                    method -> method.getFullName().contains("ReferralResource.candidates("));

    private static ArchCondition<JavaMethod> callAMethodThatActsOnce() {
        return new ArchCondition<>("call a method with @Once") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var sound =
                        method.getMethodCallsFromSelf().stream()
                                .flatMap(call -> call.getTarget().resolveMember().stream())
                                .anyMatch(called -> called.isAnnotatedWith(Once.class));
                events.add(new SimpleConditionEvent(method, sound, method.getFullName()));
            }
        };
    }

    @Test
    void nobodyLeavesAResultOpen() {
        noClasses()
                .should(
                        callMethodWhere(
                                DescribedPredicate.describe(
                                        "read a result row by row",
                                        call -> call.getName().equals("getResultStream"))))
                .because(
                        "a stream that nobody closes holds its result until commit, which is logged"
                                + " as a warning: use getResultList().stream()")
                .check(CLASSES);
    }

    @Test
    void entitiesAreChangedByVerbs() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .because("an entity is changed by a verb of the domain that upholds its rules")
                .check(CLASSES);
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and()
                .areNotStatic()
                .should()
                .bePrivate()
                .because("what cannot be reached from outside cannot be changed past the rules")
                .check(CLASSES);
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .because(
                        "a class with final fields and one constructor can be made in a plain test")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO)$")
                .because("the domain's word says what it is; nothing is called after its pattern")
                .check(CLASSES);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..model..", "..dto..", "..service..")
                .because("a thing goes where its reason to change is")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsForAndWhatMayBeNull() {
        classes()
                .that(alwaysTrue())
                .should(beInANullMarkedPackage())
                .because("each package has a package-info with its purpose and @NullMarked")
                .check(CLASSES);
    }

    /// What the engine asks for comes in through a port of `process`, as a command through a
    /// service.
    private static boolean answersTheEngine(JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .anyMatch(port -> port.getPackageName().equals("mappa.process"));
    }

    private static boolean takesNoClock(JavaMethodCall call) {
        return call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static DescribedPredicate<JavaMethod> synthetic() {
        return DescribedPredicate.describe(
                "made by the compiler",
                method ->
                        method.getModifiers().contains(JavaModifier.SYNTHETIC)
                                || method.getModifiers().contains(JavaModifier.STATIC));
    }

    private static ArchCondition<JavaMethod> takeTheActorLast() {
        return new ArchCondition<>("take an Actor last") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var parameters = method.getRawParameterTypes();
                var sound =
                        !parameters.isEmpty() && parameters.getLast().isEquivalentTo(Actor.class);
                events.add(new SimpleConditionEvent(method, sound, method.getFullName()));
            }
        };
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        var marked =
                CLASSES.stream()
                        .filter(type -> type.getSimpleName().equals("package-info"))
                        .filter(type -> type.isAnnotatedWith(NullMarked.class))
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toSet());
        return new ArchCondition<>("be in a null-marked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(
                                type, marked.contains(type.getPackageName()), type.getName()));
            }
        };
    }
}
