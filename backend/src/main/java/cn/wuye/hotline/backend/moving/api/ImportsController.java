package cn.wuye.hotline.backend.moving.api;

import cn.wuye.hotline.backend.moving.FaultTexts;
import cn.wuye.hotline.backend.moving.ImportRun;
import cn.wuye.hotline.backend.moving.Imports;
import cn.wuye.hotline.backend.moving.Template;
import cn.wuye.hotline.backend.moving.table.BadFileException;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports: a file is sent and checked; a second request enters it. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsController {
  private final Imports imports;
  private final Template template;
  private final MessageSource messages;

  ImportsController(Imports imports, Template template, MessageSource messages) {
    this.imports = imports;
    this.template = template;
    this.messages = messages;
  }

  @GetMapping
  ListView list(@AuthenticationPrincipal SignedInUser me) {
    return new ListView(imports.latest(me).stream().map(this::view).toList());
  }

  /** The body is the file itself. */
  @PostMapping(
      consumes = {
        "application/octet-stream",
        "text/csv",
        "application/zip",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      })
  ResponseEntity<ImportView> start(
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(defaultValue = "") String source,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedInUser me)
      throws IOException {
    FieldCheck check = new FieldCheck().required("name", name).text("name", name, 200);
    if (!source.matches("[A-Za-z0-9-]{0,40}")) {
      check.wrong("source", "format", "[A-Za-z0-9-]{0,40}");
    }
    check.done();
    try {
      ImportRun run = imports.start(request.getInputStream(), String.valueOf(name), source, me);
      return ResponseEntity.accepted()
          .location(URI.create("/api/v1/imports/" + run.id()))
          .body(view(run));
    } catch (BadFileException e) {
      throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "import-too-large", e.limit()).exception();
    }
  }

  @GetMapping("/{id:[0-9]{1,18}}")
  ImportView one(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    return view(require(id, me));
  }

  @PostMapping("/{id:[0-9]{1,18}}/enter")
  ImportView enter(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean allOrNothing,
      @AuthenticationPrincipal SignedInUser me) {
    switch (imports.enter(id, allOrNothing, me)) {
      case BEGUN -> {}
      case UNKNOWN -> require(id, me);
      case NOT_NOW -> throw Problem.of(HttpStatus.CONFLICT, "import-not-now", id).exception();
      case FAULTY -> throw Problem.of(HttpStatus.CONFLICT, "import-faulty", id).exception();
      case TOO_MANY ->
          throw Problem.of(HttpStatus.CONFLICT, "import-too-many", Imports.MOST_AS_A_WHOLE)
              .exception();
    }
    return view(require(id, me));
  }

  @GetMapping("/{id:[0-9]{1,18}}/faults.csv")
  void faults(
      @PathVariable long id,
      @AuthenticationPrincipal SignedInUser me,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    ImportRun run = require(id, me);
    response.setContentType("text/csv;charset=UTF-8");
    imports.writeFaults(run, new FaultTexts(messages, locale), response.getOutputStream());
  }

  @GetMapping("/template.xlsx")
  void template(Locale locale, HttpServletResponse response) throws IOException {
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    template.write(response.getOutputStream(), locale);
  }

  private ImportRun require(long id, SignedInUser me) {
    Optional<ImportRun> run = imports.find(id, me);
    return run.orElseThrow(
        () -> Problem.of(HttpStatus.NOT_FOUND, "import-unknown", id).exception());
  }

  private ImportView view(ImportRun run) {
    return ImportView.of(run, imports.report(run), imports.faultCount(run));
  }

  /** The latest, the newest first. */
  record ListView(List<ImportView> imports) {}
}
