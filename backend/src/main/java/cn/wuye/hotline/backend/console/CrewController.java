package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.photo.BadPhoto;
import cn.wuye.hotline.backend.dispatch.photo.Photos;
import cn.wuye.hotline.backend.dispatch.photo.Picture;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.work.AssignmentState;
import cn.wuye.hotline.backend.dispatch.work.Doer;
import cn.wuye.hotline.backend.dispatch.work.JobDesk;
import cn.wuye.hotline.backend.dispatch.work.MyJobs;
import cn.wuye.hotline.backend.dispatch.work.Outcome;
import cn.wuye.hotline.backend.dispatch.work.PartyNames;
import cn.wuye.hotline.backend.dispatch.work.Tasks;
import cn.wuye.hotline.backend.idempotency.Answer;
import cn.wuye.hotline.backend.idempotency.Idempotency;
import cn.wuye.hotline.backend.idempotency.IdempotentRequest;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.problem.ProblemException;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The crew's page on a phone. What is done there is kept by the browser until it has been sent;
 * each deed has a key of its own, so that sending it again does nothing.
 */
@Controller
class CrewController {
  private final MyJobs jobs;
  private final JobDesk desk;
  private final Tasks tasks;
  private final Photos photos;
  private final Crew crew;
  private final CrewPlacePart place;
  private final CrewPauses pauses;
  private final DispatchPart parts;
  private final RowViews rows;
  private final JobSentences sentences;
  private final Idempotency idempotency;
  private final Reads reads;
  private final Labels labels;

  CrewController(
      MyJobs jobs,
      JobDesk desk,
      Tasks tasks,
      Photos photos,
      Crew crew,
      CrewPlacePart place,
      CrewPauses pauses,
      DispatchPart parts,
      RowViews rows,
      JobSentences sentences,
      Idempotency idempotency,
      Reads reads,
      Labels labels) {
    this.jobs = jobs;
    this.desk = desk;
    this.tasks = tasks;
    this.photos = photos;
    this.crew = crew;
    this.place = place;
    this.pauses = pauses;
    this.parts = parts;
    this.rows = rows;
    this.sentences = sentences;
    this.idempotency = idempotency;
    this.reads = reads;
    this.labels = labels;
  }

  /**
   * A job on the page.
   *
   * @param phone {@code tel:} address; empty string without a number, and for one who may not see
   *     it
   * @param offered whether he has still to answer
   * @param handedOver whether a colleague asks him to take over
   * @param waiting whether its clocks stand still
   */
  record JobView(
      RowView row,
      String phone,
      boolean offered,
      boolean handedOver,
      boolean arrived,
      boolean safe,
      boolean waiting,
      int photos) {}

  @GetMapping("/crew")
  String page(@AuthenticationPrincipal SignedInUser me, Model model) {
    Doer doer = doer(me);
    model.addAttribute(
        "department",
        crew.find(me.getUsername()).map(CrewMember::department).map(parts::department).orElse(""));
    place.add(me, model);
    List<MyJobs.Mine> mine = jobs.of(doer);
    List<TicketNumber> numbers =
        mine.stream().map(job -> job.ticket().number()).distinct().toList();
    Map<TicketNumber, Integer> taken = photos.counts(numbers);
    Set<TicketNumber> waiting = pauses.among(numbers);
    PartyNames names = tasks.partyNames();
    model.addAttribute("mine", mine.stream().map(job -> view(job, taken, waiting, me)).toList());
    model.addAttribute(
        "free", jobs.free(doer).stream().map(row -> rows.of(row, null, "")).toList());
    model.addAttribute(
        "helping",
        tasks.openFor(doer).stream()
            .map(
                task ->
                    Map.of(
                        "ticket", task.ticket().toString(), "task", parts.view(task, names, true)))
            .toList());
    return "crew";
  }

  private JobView view(
      MyJobs.Mine mine,
      Map<TicketNumber, Integer> taken,
      Set<TicketNumber> waiting,
      SignedInUser me) {
    TicketRow row = mine.ticket();
    PhoneNumber phone = row.contents().reporter().phone();
    boolean shown = phone != null && me.seesPhoneNumbers();
    if (shown) {
      reads.viewed(row.number(), me);
    }
    return new JobView(
        rows.of(row, null, ""),
        phone != null && shown ? "tel:" + phone.digits() : "",
        mine.assignment().state() == AssignmentState.OFFERED,
        mine.assignment().handOver(),
        mine.assignment().arrivedAt() != null,
        mine.assignment().safeAt() != null,
        waiting.contains(row.number()),
        taken.getOrDefault(row.number(), 0));
  }

  /**
   * @param key of this deed, chosen by the browser
   * @param deed {@code accept, refuse, arrived, safe, note, waiting, resumed, done}
   */
  @PostMapping(
      "/crew/tickets/{number:[0-9]+}/{deed:accept|refuse|arrived|safe|note|waiting|resumed|done}")
  ResponseEntity<Map<String, String>> act(
      @PathVariable String number,
      @PathVariable String deed,
      @RequestParam String key,
      @RequestParam(defaultValue = "") String words,
      @AuthenticationPrincipal SignedInUser me) {
    Doer doer = doer(me);
    TicketNumber ticket = ticket(number);
    if (Text.length(words) > JobDesk.MAX_WORDS) {
      return told(
          HttpStatus.UNPROCESSABLE_CONTENT,
          labels.text("error.tooLong", JobDesk.MAX_WORDS, Text.length(words)));
    }
    return once(
        me,
        key,
        String.join("\n", deed, number, words),
        () ->
            switch (deed) {
              case "accept" -> undone(desk.accept(ticket, doer));
              case "refuse" -> undone(desk.refuse(ticket, words, doer));
              case "arrived" -> undone(desk.arrived(ticket, doer));
              case "safe" -> undone(desk.madeSafe(ticket, doer));
              case "note" -> undone(desk.note(ticket, words, doer));
              case "waiting" -> pauses.waitForPart(ticket, words, me);
              case "resumed" -> pauses.goOn(ticket, me);
              default -> undone(desk.done(ticket, words, doer));
            });
  }

  @PostMapping("/crew/tickets/{number:[0-9]+}/photo")
  ResponseEntity<Map<String, String>> photo(
      @PathVariable String number,
      @RequestParam String key,
      @RequestParam MultipartFile file,
      @AuthenticationPrincipal SignedInUser me)
      throws IOException {
    Doer doer = doer(me);
    TicketNumber ticket = ticket(number);
    if (!photos.wanted(ticket, doer)) {
      return told(HttpStatus.NOT_FOUND, labels.text("error.404"));
    }
    if (file.getSize() > Photos.MAX_BYTES) {
      return told(HttpStatus.UNPROCESSABLE_CONTENT, labels.text("photo.too-large", 12));
    }
    byte[] sent = file.getBytes();
    Optional<Picture> picture;
    try {
      picture = photos.drawn(sent);
    } catch (BadPhoto bad) {
      return told(HttpStatus.UNPROCESSABLE_CONTENT, labels.text("photo." + bad.code()));
    }
    return picture
        .map(
            drawn ->
                once(
                    me,
                    key,
                    String.join("\n", "photo", number, String.valueOf(Arrays.hashCode(sent))),
                    () -> undone(kept(ticket, drawn, doer))))
        .orElseGet(() -> told(HttpStatus.SERVICE_UNAVAILABLE, labels.text("crew.failed")));
  }

  private Outcome kept(TicketNumber ticket, Picture picture, Doer doer) {
    try {
      return photos.add(ticket, picture, doer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ResponseEntity<Map<String, String>> once(
      SignedInUser me, String key, String contents, Supplier<Optional<Undone>> deed) {
    if (key.isBlank() || key.length() > 80) {
      return told(HttpStatus.BAD_REQUEST, labels.text("crew.key"));
    }
    try {
      Answer answer =
          idempotency.once(
              IdempotentRequest.of("crew:" + me.id(), key, contents),
              () -> {
                Optional<Undone> undone = deed.get();
                if (undone.isPresent()) {
                  throw undone.get();
                }
                return new Answer(200, "", "");
              });
      return told(HttpStatus.valueOf(answer.status()), labels.text("crew.sent"));
    } catch (ProblemException reused) {
      return told(HttpStatus.BAD_REQUEST, labels.text("crew.key"));
    } catch (Undone undone) {
      return told(undone.status(), undone.sentence());
    }
  }

  private Optional<Undone> undone(Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      return Optional.empty();
    }
    return Optional.of(
        outcome instanceof Outcome.Refused refused
            ? new Undone(HttpStatus.CONFLICT, sentences.of(refused))
            : new Undone(HttpStatus.NOT_FOUND, labels.text("error.404")));
  }

  private static ResponseEntity<Map<String, String>> told(HttpStatus status, String sentence) {
    return ResponseEntity.status(status).body(Map.of("message", sentence));
  }

  private static Doer doer(@Nullable SignedInUser me) {
    if (me == null || !me.writesTickets()) {
      throw new AccessDeniedException("does no jobs");
    }
    return Doers.of(me);
  }

  private static TicketNumber ticket(String number) {
    return TicketNumber.find(number).orElseThrow(() -> new NoSuchPage("ticket " + number));
  }
}
