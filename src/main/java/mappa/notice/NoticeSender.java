package mappa.notice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import mappa.identity.Actors;
import mappa.notice.NoticeQueue.Depth;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;

/// Sends what is due, soon after it was written and again every few seconds; on several servers at
/// once each mail is taken by one.
@ApplicationScoped
class NoticeSender {

    private static final Logger LOG = Logger.getLogger(NoticeSender.class);
    private static final int AT_A_TIME = 20;
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /// Some two days with the pauses above.
    private static final int MOST_ATTEMPTS = 50;

    private final NoticeQueue queue;
    private final NoticeMail mails;
    private final ReactiveMailer mailer;
    private final Actors actors;
    private final Clock clock;
    private final Counter sent;
    private final Counter uncertain;
    private final ManagedExecutor executor =
            ManagedExecutor.builder()
                    .propagated()
                    .cleared(ThreadContext.ALL_REMAINING)
                    .maxAsync(1)
                    .build();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ReadWriteLock running = new ReentrantReadWriteLock();
    private volatile boolean stopping;
    private volatile Depth depth = new Depth(0, 0, null);

    NoticeSender(
            NoticeQueue queue,
            NoticeMail mails,
            ReactiveMailer mailer,
            Actors actors,
            MeterRegistry metrics,
            Clock clock) {
        this.queue = queue;
        this.mails = mails;
        this.mailer = mailer;
        this.actors = actors;
        this.clock = clock;
        sent = metrics.counter("mappa.notices.sent");
        uncertain = metrics.counter("mappa.notices.uncertain");
        Gauge.builder("mappa.notices.pending", () -> depth.pending()).register(metrics);
        Gauge.builder("mappa.notices.failed", () -> depth.failed()).register(metrics);
        Gauge.builder("mappa.notices.oldest.pending", this::age)
                .baseUnit("seconds")
                .register(metrics);
    }

    private double age() {
        var oldest = depth.oldestPending();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds();
    }

    void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticeWritten notice) {
        if (!stopping && asked.compareAndSet(false, true)) {
            executor.execute(
                    () -> {
                        asked.set(false);
                        sendDue();
                    });
        }
    }

    @Scheduled(
            every = "{mappa.notices.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendDue() {
        running.readLock().lock();
        try {
            var full = true;
            while (full && !stopping) {
                var lease = queue.lease(AT_A_TIME, clock.instant(), LEASE);
                uncertain.increment(lease.uncertain());
                lease.notices().forEach(this::send);
                full = lease.notices().size() == AT_A_TIME;
            }
            if (!stopping) {
                depth = queue.depth();
            }
        } finally {
            running.readLock().unlock();
        }
    }

    /// Lets the mail that is on its way be marked and gives the others back.
    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        executor.shutdown();
        if (running.writeLock().tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            running.writeLock().unlock();
        }
    }

    private void send(QueuedNotice notice) {
        if (stopping) {
            queue.giveBack(notice.id());
            return;
        }
        var address = actors.email(notice.recipient());
        if (address.isEmpty()) {
            fail(notice, "NO_ADDRESS");
            return;
        }
        try {
            mailer.send(mails.of(notice, address.get())).await().atMost(PATIENCE);
        } catch (RuntimeException refused) {
            if (isFinal(refused)) {
                fail(notice, "REFUSED");
            } else if (notice.attempts() >= MOST_ATTEMPTS) {
                fail(notice, "UNREACHABLE");
            } else {
                queue.tryAgain(notice.id(), "UNREACHABLE", next(notice.attempts()));
            }
            return;
        }
        queue.sent(notice.id(), clock.instant());
        sent.increment();
    }

    /// The reply of a mail server may quote the address, so it is neither kept nor logged.
    private void fail(QueuedNotice notice, String problem) {
        queue.failed(notice.id(), problem);
        LOG.warnf("Notice %s cannot be sent: %s", notice.id(), problem);
    }

    private static boolean isFinal(Throwable refused) {
        for (var cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException said) {
                return said.isPermanent();
            }
        }
        return false;
    }

    /// Twice as long after each attempt, an hour at most, up to a fifth more or less.
    private Instant next(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 12));
        var bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        var jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        return clock.instant().plusMillis((long) (bounded.toMillis() * jitter));
    }
}
