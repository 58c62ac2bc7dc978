package cn.wuye.hotline.backend.knowledge.api;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.knowledge.Article;
import cn.wuye.hotline.backend.knowledge.Entry;
import cn.wuye.hotline.backend.knowledge.KnowledgeBase;
import cn.wuye.hotline.backend.knowledge.KnowledgeEditor;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions and answers; administrators and supervisors write them. */
@RestController
@RequestMapping("/api/v1/knowledge")
class KnowledgeController {
  private static final int LIMIT = 50;

  private final KnowledgeBase base;
  private final KnowledgeEditor editor;

  KnowledgeController(KnowledgeBase base, KnowledgeEditor editor) {
    this.base = base;
    this.editor = editor;
  }

  /**
   * An article as it is to be.
   *
   * @param version needed to change one that is there
   * @param estateIds where it holds; null or empty: everywhere
   */
  record Request(
      @Nullable Long version,
      @Nullable String title,
      @Nullable String answer,
      @Nullable String words,
      @Nullable String category,
      @Nullable String subcategory,
      @Nullable List<String> estateIds,
      @Nullable String validFrom,
      @Nullable String validUntil) {}

  /** Which version is meant. */
  record VersionRequest(@Nullable Long version) {}

  /**
   * An article.
   *
   * @param estateIds those that are seen; empty: it holds everywhere
   */
  record View(
      String id,
      long version,
      String title,
      String answer,
      String words,
      @Nullable String category,
      @Nullable String subcategory,
      List<String> estateIds,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil,
      boolean archived,
      String changedBy,
      Instant changedAt) {
    static View of(Article article, EstateScope scope) {
      Entry entry = article.entry();
      return new View(
          Long.toString(article.id()),
          article.version(),
          entry.title(),
          entry.answer(),
          entry.words(),
          entry.category().isEmpty() ? null : entry.category(),
          entry.subcategory().isEmpty() ? null : entry.subcategory(),
          entry.estates().stream().filter(scope::sees).map(EstateId::toString).toList(),
          entry.validFrom(),
          entry.validUntil(),
          article.archived(),
          article.changedBy(),
          article.changedAt());
    }
  }

  /** What was found, the best first. */
  record ListView(List<View> articles) {}

  @GetMapping
  ListView find(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String estate,
      @AuthenticationPrincipal SignedInUser me) {
    FieldCheck check = new FieldCheck();
    EstateId where = check.parsed("estate", estate, EstateId::parse, "\"1\"");
    check.done();
    return new ListView(
        base.find(new KnowledgeBase.Question(q, where, LIMIT), me.scope()).stream()
            .map(found -> View.of(found, me.scope()))
            .toList());
  }

  @GetMapping("/{id}")
  View one(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    return View.of(known(id, me), me.scope());
  }

  @PostMapping
  ResponseEntity<View> add(@RequestBody Request request, @AuthenticationPrincipal SignedInUser me) {
    require(me);
    KnowledgeEditor.Saved saved = editor.add(wanted(request), me.scope(), me.getUsername());
    View added = written(saved, "", request, me);
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/api/v1/knowledge/" + added.id())
        .body(added);
  }

  @PutMapping("/{id}")
  View change(
      @PathVariable String id,
      @RequestBody Request request,
      @AuthenticationPrincipal SignedInUser me) {
    require(me);
    Article now = writable(id, me);
    new FieldCheck().required("version", request.version()).done();
    return written(
        editor.change(
            now.id(),
            Objects.requireNonNull(request.version()),
            wanted(request),
            me.scope(),
            me.getUsername()),
        id,
        request,
        me);
  }

  @PostMapping("/{id}/archive")
  View archive(
      @PathVariable String id,
      @RequestBody VersionRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    return archived(id, request, true, me);
  }

  @PostMapping("/{id}/restore")
  View restore(
      @PathVariable String id,
      @RequestBody VersionRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    return archived(id, request, false, me);
  }

  private View archived(String id, VersionRequest request, boolean archived, SignedInUser me) {
    require(me);
    Article now = writable(id, me);
    new FieldCheck().required("version", request.version()).done();
    return written(
        editor.archive(
            now.id(),
            Objects.requireNonNull(request.version()),
            archived,
            me.scope(),
            me.getUsername()),
        id,
        null,
        me);
  }

  private static void require(SignedInUser me) {
    if (!me.editsKnowledge()) {
      throw new AccessDeniedException("articles are written by administrators and supervisors");
    }
  }

  private Article known(String id, SignedInUser me) {
    return EstateId.find(id)
        .flatMap(
            number ->
                me.editsKnowledge()
                    ? base.edited(number.value(), me.scope())
                    : base.read(number.value(), me.scope()))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "knowledge-unknown", id).exception());
  }

  private Article writable(String id, SignedInUser me) {
    Article now = known(id, me);
    if (!now.entry().writtenBy(me.scope())) {
      throw new AccessDeniedException("it holds in estates of others, too");
    }
    return now;
  }

  private static Entry wanted(Request request) {
    FieldCheck check = new FieldCheck();
    check
        .required("title", request.title())
        .required("answer", request.answer())
        .text("title", request.title(), KnowledgeEditor.MAX_TITLE)
        .text("answer", request.answer(), KnowledgeEditor.MAX_ANSWER)
        .text("words", request.words(), KnowledgeEditor.MAX_WORDS);
    List<EstateId> estates = new ArrayList<>();
    List<String> ids = Objects.requireNonNullElse(request.estateIds(), List.of());
    for (String id : ids) {
      EstateId estate = check.parsed("estateIds", id, EstateId::parse, "\"1\"");
      if (estate != null) {
        estates.add(estate);
      }
    }
    LocalDate from = check.parsed("validFrom", request.validFrom(), LocalDate::parse, "2026-03-01");
    LocalDate until =
        check.parsed("validUntil", request.validUntil(), LocalDate::parse, "2026-12-31");
    check.done();
    return new Entry(
        said(request.title()),
        said(request.answer()),
        said(request.words()),
        said(request.category()),
        said(request.subcategory()),
        estates,
        from,
        until);
  }

  private View written(
      KnowledgeEditor.Saved saved, String id, @Nullable Request request, SignedInUser me) {
    for (Map.Entry<String, String> wrong : saved.wrong().entrySet()) {
      throw refused(wrong.getKey(), wrong.getValue(), id, request);
    }
    return View.of(base.edited(saved.id(), me.scope()).orElseThrow(), me.scope());
  }

  private static RuntimeException refused(
      String field, String why, String id, @Nullable Request request) {
    return switch (why) {
      case "stale" -> Problem.of(HttpStatus.CONFLICT, "knowledge-changed", id).exception();
      case "taken" -> Problem.of(HttpStatus.CONFLICT, "knowledge-taken").exception();
      case "full" ->
          Problem.of(HttpStatus.CONFLICT, "knowledge-full", KnowledgeBase.MOST).exception();
      default -> Problem.ofFields(List.of(wrong(field, why, request))).exception();
    };
  }

  private static Problem.FieldProblem wrong(String field, String why, @Nullable Request request) {
    return switch (field) {
      case "estates" ->
          Problem.FieldProblem.of(
              "estateIds", why.equals("own") ? "own-estates" : "unknown-estate", ids(request));
      case "validUntil" ->
          Problem.FieldProblem.of(
              field, "not-before", request == null ? "" : said(request.validFrom()));
      default -> Problem.FieldProblem.of(field, "value");
    };
  }

  private static String ids(@Nullable Request request) {
    return request == null || request.estateIds() == null
        ? ""
        : String.join(", ", request.estateIds());
  }

  private static String said(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
