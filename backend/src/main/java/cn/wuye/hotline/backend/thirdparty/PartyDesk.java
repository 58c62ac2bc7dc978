package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.dispatch.photo.Photos;
import cn.wuye.hotline.backend.dispatch.photo.Picture;
import cn.wuye.hotline.backend.dispatch.work.Outcome;
import cn.wuye.hotline.backend.dispatch.work.Refusal;
import cn.wuye.hotline.backend.dispatch.work.Task;
import cn.wuye.hotline.backend.dispatch.work.TaskState;
import cn.wuye.hotline.backend.dispatch.work.Tasks;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.idempotency.Answer;
import cn.wuye.hotline.backend.idempotency.Idempotency;
import cn.wuye.hotline.backend.idempotency.IdempotentRequest;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a third party does with its job by the link. Each deed done twice is done once; each is in
 * the audit.
 */
@Component
public class PartyDesk {
  private static final AuditAction ACTED = new AuditAction("third-party.acted");

  /** More than this is no documentation of one job. */
  private static final int MOST_PHOTOS = 20;

  private final PartyJobs jobs;
  private final Tasks tasks;
  private final Photos photos;
  private final Tickets tickets;
  private final TicketWork work;
  private final Idempotency idempotency;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  PartyDesk(
      PartyJobs jobs,
      Tasks tasks,
      Photos photos,
      Tickets tickets,
      TicketWork work,
      Idempotency idempotency,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    this.jobs = jobs;
    this.tasks = tasks;
    this.photos = photos;
    this.tickets = tickets;
    this.work = work;
    this.idempotency = idempotency;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What can be done. */
  public enum Deed implements Coded {
    ACCEPT("accept"),
    ARRIVED("arrived"),
    NOTE("note"),
    DONE("done"),
    REFUSE("refuse");

    private final String code;

    Deed(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** A job with all that its page may tell from. */
  public record Open(Task task, PartyJob times, Ticket ticket) {
    /** Whether anything can be done about it still. */
    public boolean live() {
      return State.OPEN.contains(ticket.state()) && !task.state().next().isEmpty();
    }
  }

  /** The job of a task. */
  public Optional<Open> find(long task) {
    return jobs.find(task)
        .flatMap(
            times ->
                tickets
                    .find(times.ticket(), EstateScope.ALL)
                    .flatMap(
                        ticket ->
                            tasks.of(ticket.number()).stream()
                                .filter(each -> each.id() == task)
                                .findFirst()
                                .map(found -> new Open(found, times, ticket))));
  }

  /**
   * Does it.
   *
   * @param words what was done, why it is refused, or the note; at most {@link Tasks#MAX_WORDS}
   * @param key of a note, chosen by the page, so that one sent twice is one
   */
  public Outcome act(long task, Deed deed, String words, String key) {
    Text.require("words", words, Tasks.MAX_WORDS);
    return transactions.run(
        () -> {
          Outcome outcome =
              switch (deed) {
                case ACCEPT -> tasks.moveByParty(task, TaskState.ACCEPTED, "");
                case ARRIVED -> arrived(task);
                case NOTE -> note(task, words.strip(), key);
                case DONE -> tasks.moveByParty(task, TaskState.DONE, words);
                case REFUSE -> tasks.moveByParty(task, TaskState.REFUSED, words);
              };
          if (outcome instanceof Outcome.Done done) {
            audit(task, deed.code(), done.ticket());
          }
          return outcome;
        });
  }

  /**
   * Keeps a photo of the work.
   *
   * @param key of this photo, chosen by the page, so that one sent twice is one
   * @param contents what tells it from other photos
   */
  public Outcome photo(long task, Picture picture, String key, String contents) {
    return transactions.run(
        () -> {
          Outcome outcome = locked(task, job -> photo(job, picture, key, contents));
          if (outcome instanceof Outcome.Done done) {
            audit(task, "photo", done.ticket());
          }
          return outcome;
        });
  }

  private Outcome photo(Open job, Picture picture, String key, String contents) {
    Actor party = Tasks.party(job.times().party());
    TicketNumber number = job.ticket().number();
    if (photos.countBy(number, party) >= MOST_PHOTOS) {
      return refused(Refusal.PHOTOS_FULL, job.ticket(), String.valueOf(MOST_PHOTOS));
    }
    idempotency.once(
        IdempotentRequest.of("task:" + job.task().id(), key, contents),
        () -> {
          try {
            photos.add(number, picture, party, EstateScope.ALL);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return new Answer(200, "", "");
        });
    return new Outcome.Done(job.ticket());
  }

  /** How many photos the company has sent. */
  public int photos(Open job) {
    return photos.countBy(job.ticket().number(), Tasks.party(job.times().party()));
  }

  private void audit(long task, String deed, Ticket ticket) {
    String party = jobs.find(task).map(PartyJob::party).orElse("");
    audit.record(
        Tasks.party(party).value(),
        ACTED,
        "task:" + task,
        Map.of("deed", deed, "ticket", ticket.number().toString()));
  }

  private Outcome arrived(long task) {
    return locked(
        task,
        job -> {
          if (job.times().met(Target.ARRIVE).isPresent()) {
            return new Outcome.Done(job.ticket());
          }
          // Before the acceptance is looked at: who is there needs no reserve.
          jobs.met(task, Target.ARRIVE, Utc.now(clock));
          if (job.task().state() == TaskState.OPEN) {
            tasks.moveByParty(task, TaskState.ACCEPTED, "");
          }
          work.note(
              job.ticket(),
              Tasks.party(job.times().party()),
              new Happening.TaskMoved(
                  job.task().kind().code(), job.times().party(), Measuring.ARRIVED, ""));
          return new Outcome.Done(job.ticket());
        });
  }

  private Outcome note(long task, String words, String key) {
    return locked(
        task,
        job -> {
          if (words.isEmpty()) {
            return refused(Refusal.WORDS_MISSING, job.ticket());
          }
          idempotency.once(
              IdempotentRequest.of("task:" + task, key, words),
              () -> {
                work.note(
                    job.ticket(), Tasks.party(job.times().party()), new Happening.NoteAdded(words));
                return new Answer(200, "", "");
              });
          return new Outcome.Done(job.ticket());
        });
  }

  private Outcome locked(long task, Function<Open, Outcome> deed) {
    Optional<Ticket> ticket = jobs.find(task).flatMap(job -> work.locked(job.ticket()));
    Optional<Open> job = find(task);
    if (ticket.isEmpty() || job.isEmpty()) {
      return new Outcome.Unknown("task " + task);
    }
    if (!State.OPEN.contains(ticket.get().state())) {
      return refused(Refusal.FINISHED, ticket.get(), ticket.get().state().code());
    }
    if (job.get().task().state().next().isEmpty()) {
      return refused(Refusal.TASK_MOVED, ticket.get(), job.get().task().state().code(), "");
    }
    return deed.apply(new Open(job.get().task(), job.get().times(), ticket.get()));
  }

  private static Outcome refused(Refusal why, Ticket ticket, String... more) {
    return new Outcome.Refused(
        why,
        Stream.concat(Stream.of(ticket.number().toString()), List.of(more).stream()).toList(),
        false);
  }
}
