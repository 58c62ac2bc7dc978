package cn.wuye.hotline.backend.console.thirdparty;

import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.JobSentences;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.dispatch.photo.BadPhoto;
import cn.wuye.hotline.backend.dispatch.photo.Photos;
import cn.wuye.hotline.backend.dispatch.photo.Picture;
import cn.wuye.hotline.backend.dispatch.work.Outcome;
import cn.wuye.hotline.backend.dispatch.work.TaskState;
import cn.wuye.hotline.backend.dispatch.work.Tasks;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.logging.PhoneMask;
import cn.wuye.hotline.backend.message.LinkRows;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.problem.ProblemException;
import cn.wuye.hotline.backend.thirdparty.JobLinks;
import cn.wuye.hotline.backend.thirdparty.PartyDesk;
import cn.wuye.hotline.backend.thirdparty.Target;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * A third party's job, for whoever has its link. It tells where and what, and nothing of who
 * reported it: numbers in what was said are masked.
 */
@Controller
class LinkPageController {
  private static final int LONGEST_KEY = 80;

  private final JobLinks links;
  private final PartyDesk desk;
  private final Photos photos;
  private final Tasks tasks;
  private final Estates estates;
  private final Choices choices;
  private final JobSentences sentences;
  private final Labels labels;

  LinkPageController(
      JobLinks links,
      PartyDesk desk,
      Photos photos,
      Tasks tasks,
      Estates estates,
      Choices choices,
      JobSentences sentences,
      Labels labels) {
    this.links = links;
    this.desk = desk;
    this.photos = photos;
    this.tasks = tasks;
    this.estates = estates;
    this.choices = choices;
    this.sentences = sentences;
    this.labels = labels;
  }

  /**
   * The job, in words.
   *
   * @param live whether anything can be done still
   * @param photos how many the company has sent
   */
  record JobView(
      String company,
      String ticket,
      String category,
      String urgency,
      boolean emergency,
      String place,
      String text,
      String state,
      boolean live,
      boolean accepted,
      boolean arrived,
      int photos,
      String acceptBy,
      String arriveBy,
      String doneBy) {}

  @GetMapping(JobLinks.PATH + "{token}")
  ModelAndView show(@PathVariable String token) {
    return page(token, "", "", HttpStatus.OK);
  }

  @PostMapping(JobLinks.PATH + "{token}")
  ModelAndView act(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String deed,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String key) {
    Optional<LinkRows.Opened> link = links.find(token).filter(found -> !found.expired());
    Optional<PartyDesk.Deed> wanted = Coded.find(PartyDesk.Deed.class, deed);
    if (link.isEmpty() || wanted.isEmpty()) {
      return page(token, "", words, HttpStatus.BAD_REQUEST);
    }
    int length = Text.length(words);
    if (length > Tasks.MAX_WORDS) {
      return page(
          token,
          labels.text("error.tooLong", Tasks.MAX_WORDS, length),
          words,
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (wanted.get() == PartyDesk.Deed.NOTE && (key.isBlank() || key.length() > LONGEST_KEY)) {
      return page(token, labels.text("crew.key"), words, HttpStatus.BAD_REQUEST);
    }
    try {
      Outcome outcome = desk.act(link.get().id(), wanted.get(), words, key);
      if (outcome instanceof Outcome.Refused refused) {
        return page(token, sentences.of(refused), words, HttpStatus.CONFLICT);
      }
      return outcome instanceof Outcome.Done
          ? new ModelAndView("redirect:" + JobLinks.PATH + token + "?done")
          : page(token, "", words, HttpStatus.NOT_FOUND);
    } catch (ProblemException keyOfAnotherNote) {
      return page(token, labels.text("crew.key"), words, HttpStatus.CONFLICT);
    }
  }

  /** A photo of the work, as on the crew's page: what it is tells its contents, not its name. */
  @PostMapping(path = JobLinks.PATH + "{token}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ModelAndView photo(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String key,
      @RequestParam MultipartFile file)
      throws IOException {
    Optional<LinkRows.Opened> link = links.find(token).filter(found -> !found.expired());
    if (link.isEmpty()) {
      return page(token, "", "", HttpStatus.BAD_REQUEST);
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      return page(token, labels.text("crew.key"), "", HttpStatus.BAD_REQUEST);
    }
    if (file.getSize() > Photos.MAX_BYTES) {
      return refused(token, labels.text("photo.too-large", 12));
    }
    byte[] sent = file.getBytes();
    try {
      Optional<Picture> picture = photos.drawn(sent);
      return picture.isEmpty()
          ? page(token, labels.text("party.busy"), "", HttpStatus.SERVICE_UNAVAILABLE)
          : kept(token, link.get().id(), picture.get(), key, Arrays.hashCode(sent));
    } catch (BadPhoto bad) {
      return refused(token, labels.text("photo." + bad.code()));
    }
  }

  private ModelAndView kept(String token, long task, Picture picture, String key, int contents) {
    try {
      Outcome outcome = desk.photo(task, picture, key, "photo " + contents);
      if (outcome instanceof Outcome.Refused refused) {
        return page(token, sentences.of(refused), "", HttpStatus.CONFLICT);
      }
      return outcome instanceof Outcome.Done
          ? new ModelAndView("redirect:" + JobLinks.PATH + token + "?done")
          : page(token, "", "", HttpStatus.NOT_FOUND);
    } catch (ProblemException keyOfAnotherPhoto) {
      return page(token, labels.text("crew.key"), "", HttpStatus.CONFLICT);
    }
  }

  private ModelAndView refused(String token, String sentence) {
    return page(token, sentence, "", HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView page(String token, String problem, String words, HttpStatus status) {
    Optional<LinkRows.Opened> link = links.find(token);
    Optional<PartyDesk.Open> job =
        link.filter(found -> !found.expired()).flatMap(found -> desk.find(found.id()));
    if (job.isEmpty()) {
      boolean expired = link.filter(LinkRows.Opened::expired).isPresent();
      return new ModelAndView("party-job", expired ? HttpStatus.GONE : HttpStatus.NOT_FOUND)
          .addObject("problem", labels.text(expired ? "party.expired" : "party.unknown"))
          .addObject("token", "");
    }
    return new ModelAndView("party-job", status)
        .addObject("job", view(job.get()))
        .addObject("problem", problem)
        .addObject("words", words)
        .addObject("token", token)
        .addObject("key", UUID.randomUUID().toString());
  }

  private JobView view(PartyDesk.Open job) {
    Contents contents = job.ticket().contents();
    return new JobView(
        tasks.partyName(job.task().kind(), job.task().party()),
        job.ticket().number().toString(),
        choices.fullCategoryName(contents.subject().category(), contents.subject().subcategory()),
        labels.name("urgency", contents.subject().urgency()),
        contents.subject().emergency(),
        place(contents.place()),
        PhoneMask.masked(contents.text()),
        labels.name("task-state", job.task().state()),
        job.live(),
        job.task().state() == TaskState.ACCEPTED,
        job.times().met(Target.ARRIVE).isPresent(),
        desk.photos(job),
        labels.time(job.times().due(Target.ACCEPT)),
        labels.time(job.times().due(Target.ARRIVE)),
        labels.time(job.times().due(Target.DONE)));
  }

  private String place(TicketPlace place) {
    EstateId estate = place.estateId();
    String name = estate == null ? "" : estates.findById(estate).map(Estate::name).orElse("");
    String known =
        Stream.of(name, place.building(), place.unit(), place.room())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return known.isEmpty() ? PhoneMask.masked(place.words()) : known;
  }
}
