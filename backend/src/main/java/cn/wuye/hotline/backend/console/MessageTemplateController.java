package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.message.template.Medium;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.message.template.MessageTemplate;
import cn.wuye.hotline.backend.message.template.SmsLength;
import cn.wuye.hotline.backend.message.template.TemplateDesk;
import cn.wuye.hotline.backend.message.template.TemplateSample;
import cn.wuye.hotline.backend.message.template.TemplateText;
import cn.wuye.hotline.backend.message.template.Templates;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The words of messages; for administrators only, by the rules of web security. */
@Controller
class MessageTemplateController {
  private static final String PATH = MessageController.PATH + "/templates";
  private static final String ONE = PATH + "/{event}/{medium}/{language}";

  private final Templates templates;
  private final TemplateDesk desk;
  private final StaffNames staff;
  private final Labels labels;

  MessageTemplateController(
      Templates templates, TemplateDesk desk, StaffNames staff, Labels labels) {
    this.templates = templates;
    this.desk = desk;
    this.staff = staff;
    this.labels = labels;
  }

  /** An event with its templates. */
  record Group(String event, List<Entry> entries) {}

  /** A template in the list. */
  record Entry(String path, String name, String text, boolean own) {}

  /** A template as typed. */
  record Form(String version, String subject, String body) {}

  /** A version in the history. */
  record Past(String name, String written, String text) {}

  /** What a template becomes, with what it counts as. */
  record Preview(String subject, String body, String length) {}

  @GetMapping(PATH)
  ModelAndView list() {
    List<MessageTemplate> all = templates.all();
    return new ModelAndView("message-templates")
        .addObject(
            "groups",
            Arrays.stream(MessageEvent.values())
                .map(
                    event ->
                        new Group(
                            labels.name("message-event", event),
                            all.stream()
                                .filter(template -> template.key().event() == event)
                                .map(this::entry)
                                .toList()))
                .toList());
  }

  @GetMapping(ONE)
  ModelAndView one(
      @PathVariable String event, @PathVariable String medium, @PathVariable String language) {
    MessageTemplate template = current(key(event, medium, language));
    return page(
        template.key(),
        new Form(String.valueOf(template.version()), template.subject(), template.body()),
        Map.of(),
        HttpStatus.OK);
  }

  @PostMapping(ONE)
  ModelAndView save(
      @PathVariable String event,
      @PathVariable String medium,
      @PathVariable String language,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(name = "do", defaultValue = "save") String what,
      @AuthenticationPrincipal SignedInUser me) {
    MessageTemplate.Key key = key(event, medium, language);
    // Browsers send line ends of their own.
    Form form = new Form(version, subject, body.replace("\r\n", "\n"));
    if (what.equals("preview")) {
      return page(key, form, Map.of(), HttpStatus.OK);
    }
    long after = version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
    Map<String, TemplateDesk.Wrong> wrong = desk.save(key, after, form.subject(), form.body(), me);
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:" + PATH + "/" + key + "?saved");
    }
    boolean stale = wrong.containsKey("version");
    Form shown =
        stale
            ? new Form(String.valueOf(current(key).version()), form.subject(), form.body())
            : form;
    return page(
        key,
        shown,
        wrong.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> labels.text(e.getValue().message(), e.getValue().arguments()))),
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView page(
      MessageTemplate.Key key, Form form, Map<String, String> errors, HttpStatus status) {
    return new ModelAndView("message-template", status)
        .addObject("key", key.toString())
        .addObject("event", labels.name("message-event", key.event()))
        .addObject("name", name(key))
        .addObject("mail", key.medium() == Medium.EMAIL)
        .addObject("form", form)
        .addObject("errors", errors)
        .addObject("preview", preview(key, form))
        .addObject(
            "variables",
            key.event().variables().stream()
                .map(each -> new Choice("{" + each + "}", labels.name("variable", each)))
                .toList())
        .addObject("history", templates.history(key).stream().map(this::past).toList());
  }

  private Preview preview(MessageTemplate.Key key, Form form) {
    Map<String, String> sample = TemplateSample.of(key.language());
    String body = TemplateText.parse(form.body()).map(text -> text.with(sample)).orElse("");
    SmsLength length = SmsLength.of(body);
    return new Preview(
        TemplateText.parse(form.subject()).map(text -> text.with(sample)).orElse(""),
        body,
        key.medium() != Medium.SMS
            ? ""
            : labels.text("templates.length", length.characters(), length.segments()));
  }

  private Entry entry(MessageTemplate template) {
    return new Entry(
        template.key().toString(), name(template.key()), template.body(), template.version() > 0);
  }

  private Past past(MessageTemplate template) {
    Instant at = template.at();
    List<String> text = new ArrayList<>(List.of(template.subject(), template.body()));
    text.removeIf(String::isEmpty);
    return new Past(
        template.version() == 0
            ? labels.text("templates.shipped")
            : labels.text("templates.version", String.valueOf(template.version())),
        at == null ? "" : labels.fullTime(at) + " " + staff.of(template.by()),
        String.join("\n", text));
  }

  private String name(MessageTemplate.Key key) {
    return labels.name("medium", key.medium())
        + " · "
        + labels.name("message-language", key.language());
  }

  private MessageTemplate current(MessageTemplate.Key key) {
    return templates.find(key).orElseThrow(() -> new NoSuchPage("template " + key));
  }

  private static MessageTemplate.Key key(String event, String medium, String language) {
    return Coded.find(MessageEvent.class, event)
        .flatMap(
            e ->
                Coded.find(Medium.class, medium)
                    .flatMap(
                        m ->
                            Coded.find(Language.class, language)
                                .map(l -> new MessageTemplate.Key(e, m, l))))
        .orElseThrow(() -> new NoSuchPage("template " + event));
  }
}
