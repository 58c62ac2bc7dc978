package cn.wuye.hotline.backend.console.knowledge;

import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.knowledge.Article;
import cn.wuye.hotline.backend.knowledge.KnowledgeBase;
import cn.wuye.hotline.backend.knowledge.KnowledgeEditor;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The knowledge base: found, read, written. */
@Controller
class KnowledgePageController {
  private static final String PATH = "/console/knowledge";
  private static final String ONE = PATH + "/{id:[0-9]{1,18}}";
  private static final int SHOWN = 100;

  private final KnowledgeBase base;
  private final KnowledgeEditor editor;
  private final KnowledgeViews views;
  private final Choices choices;
  private final Labels labels;

  KnowledgePageController(
      KnowledgeBase base,
      KnowledgeEditor editor,
      KnowledgeViews views,
      Choices choices,
      Labels labels) {
    this.base = base;
    this.editor = editor;
    this.views = views;
    this.choices = choices;
    this.labels = labels;
  }

  /**
   * @param state {@code archived}: out of use; {@code all}: in use, whether it holds today or not;
   *     for those who edit. Anything else: what holds today
   */
  @GetMapping(PATH)
  ModelAndView list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String estate,
      @RequestParam(defaultValue = "") String state,
      @AuthenticationPrincipal SignedInUser me) {
    boolean every = me.editsKnowledge() && List.of("archived", "all").contains(state);
    KnowledgeBase.Question question =
        new KnowledgeBase.Question(
            q, EstateId.find(estate).filter(me.scope()::sees).orElse(null), SHOWN + 1);
    List<Article> found =
        every
            ? base.edited(state.equals("archived"), question, me.scope())
            : base.find(question, me.scope());
    return new ModelAndView("knowledge")
        .addObject(
            "articles",
            found.stream().limit(SHOWN).map(article -> views.of(article, me.scope())).toList())
        .addObject("more", found.size() > SHOWN)
        .addObject("q", q)
        .addObject("estate", estate)
        .addObject("state", every ? state : "")
        .addObject("edits", me.editsKnowledge())
        .addObject("estateChoices", choices.estates(me.scope()));
  }

  @GetMapping(PATH + "/new")
  ModelAndView empty(@AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.editsKnowledge());
    return page(Optional.empty(), KnowledgeForm.empty(), Map.of(), HttpStatus.OK, me);
  }

  @GetMapping(ONE)
  ModelAndView one(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    Article article = known(id, me);
    return page(Optional.of(article), KnowledgeForm.of(article), Map.of(), HttpStatus.OK, me);
  }

  @PostMapping(PATH + "/new")
  ModelAndView add(KnowledgeForm form, @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.editsKnowledge());
    Map<String, String> wrong = form.unreadable();
    if (wrong.isEmpty()) {
      KnowledgeEditor.Saved saved = editor.add(form.entry(), me.scope(), me.getUsername());
      if (saved.wrong().isEmpty()) {
        return saved(saved);
      }
      wrong = saved.wrong();
    }
    return page(Optional.empty(), form, wrong, HttpStatus.UNPROCESSABLE_CONTENT, me);
  }

  @PostMapping(ONE)
  ModelAndView change(
      @PathVariable long id, KnowledgeForm form, @AuthenticationPrincipal SignedInUser me) {
    Article now = writable(id, me);
    Map<String, String> wrong = form.unreadable();
    if (wrong.isEmpty()) {
      KnowledgeEditor.Saved saved =
          editor.change(id, form.seen(), form.entry(), me.scope(), me.getUsername());
      if (saved.wrong().isEmpty()) {
        return saved(saved);
      }
      wrong = saved.wrong();
    }
    return refused(now, form, wrong, me);
  }

  /**
   * @param archived {@code true} takes it out of use, anything else into use again
   */
  @PostMapping(ONE + "/archive")
  ModelAndView archive(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String archived,
      @RequestParam(defaultValue = "") String version,
      @AuthenticationPrincipal SignedInUser me) {
    Article now = writable(id, me);
    KnowledgeForm form = KnowledgeForm.of(now);
    long seen = version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
    KnowledgeEditor.Saved saved =
        editor.archive(id, seen, archived.equals("true"), me.scope(), me.getUsername());
    return saved.wrong().isEmpty() ? saved(saved) : refused(now, form, saved.wrong(), me);
  }

  private static ModelAndView saved(KnowledgeEditor.Saved saved) {
    return new ModelAndView("redirect:" + PATH + "/" + saved.id() + "?saved");
  }

  private ModelAndView refused(
      Article now, KnowledgeForm form, Map<String, String> wrong, SignedInUser me) {
    boolean stale = wrong.containsKey("version");
    // Saved once more, it is meant for what is there now.
    return page(
        Optional.of(now),
        stale ? form.newer(now.version()) : form,
        wrong,
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
        me);
  }

  private ModelAndView page(
      Optional<Article> article,
      KnowledgeForm form,
      Map<String, String> wrong,
      HttpStatus status,
      SignedInUser me) {
    Map<String, String> errors =
        wrong.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> labels.text("knowledge.error." + e.getValue())));
    boolean edits =
        me.editsKnowledge()
            && article.map(found -> found.entry().writtenBy(me.scope())).orElse(true);
    return new ModelAndView("knowledge-one", status)
        .addObject("article", article.map(found -> views.of(found, me.scope())).orElse(null))
        .addObject("form", form)
        .addObject("errors", errors)
        .addObject("edits", edits)
        .addObject("general", me.allEstates())
        .addObject(
            "versions",
            article
                .filter(found -> me.editsKnowledge())
                .map(
                    found ->
                        base.versions(found.id(), me.scope()).stream()
                            .map(each -> views.of(each, me.scope()))
                            .toList())
                .orElse(List.of()))
        .addObject("estateChoices", choices.estates(me.scope()))
        .addObject("categoryChoices", choices.categories());
  }

  private Article known(long id, SignedInUser me) {
    return (me.editsKnowledge() ? base.edited(id, me.scope()) : base.read(id, me.scope()))
        .orElseThrow(() -> new NoSuchPage("article " + id));
  }

  private Article writable(long id, SignedInUser me) {
    PlaceRights.require(me.editsKnowledge());
    Article now = known(id, me);
    PlaceRights.require(now.entry().writtenBy(me.scope()));
    return now;
  }
}
