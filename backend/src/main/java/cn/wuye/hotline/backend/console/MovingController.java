package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.moving.Export;
import cn.wuye.hotline.backend.moving.FaultTexts;
import cn.wuye.hotline.backend.moving.ImportRun;
import cn.wuye.hotline.backend.moving.Imports;
import cn.wuye.hotline.backend.moving.Template;
import cn.wuye.hotline.backend.moving.table.BadFileException;
import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Import with its dry run, and export. */
@Controller
class MovingController {
  private static final String PATH = "/console/moving";
  private static final int SHOWN_FAULTS = 200;

  private final Imports imports;
  private final Export export;
  private final Template template;
  private final ImportViews views;
  private final MessageSource messages;
  private final Labels labels;

  MovingController(
      Imports imports,
      Export export,
      Template template,
      ImportViews views,
      MessageSource messages,
      Labels labels) {
    this.imports = imports;
    this.export = export;
    this.template = template;
    this.views = views;
    this.messages = messages;
    this.labels = labels;
  }

  @GetMapping(PATH)
  ModelAndView overview(@AuthenticationPrincipal SignedInUser me) {
    return overview("", "", me, HttpStatus.OK);
  }

  @PostMapping(PATH)
  ModelAndView start(
      @RequestParam @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String source,
      @AuthenticationPrincipal SignedInUser me)
      throws IOException {
    if (!source.strip().matches("[A-Za-z0-9-]{0,40}")) {
      return overview("", "import.error.source", me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (file == null || file.isEmpty()) {
      return overview("import.error.file", "", me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    try (InputStream in = file.getInputStream()) {
      return new ModelAndView(
          "redirect:" + PATH + "/" + imports.start(in, name, source.strip(), me).id());
    } catch (BadFileException tooLarge) {
      return overview("import.failure.too-large", "", me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @GetMapping(PATH + "/{id:[0-9]{1,18}}")
  ModelAndView one(
      @PathVariable long id, HttpServletRequest request, @AuthenticationPrincipal SignedInUser me) {
    String view = request.getHeader("HX-Request") == null ? "import" : "parts/import :: import";
    return page(id, view, "", me, HttpStatus.OK);
  }

  @PostMapping(PATH + "/{id:[0-9]{1,18}}/enter")
  ModelAndView enter(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean allOrNothing,
      @AuthenticationPrincipal SignedInUser me) {
    return switch (imports.enter(id, allOrNothing, me)) {
      case BEGUN -> new ModelAndView("redirect:" + PATH + "/" + id);
      case UNKNOWN -> throw new NoSuchPage("import " + id);
      case FAULTY -> page(id, "import", "import.enter.faulty", me, HttpStatus.CONFLICT);
      case NOT_NOW -> page(id, "import", "import.enter.notNow", me, HttpStatus.CONFLICT);
      case TOO_MANY -> page(id, "import", "import.enter.tooMany", me, HttpStatus.CONFLICT);
    };
  }

  @GetMapping(PATH + "/{id:[0-9]{1,18}}/faults.csv")
  void faults(
      @PathVariable long id,
      @AuthenticationPrincipal SignedInUser me,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    ImportRun run = require(id, me);
    Downloads.begin(response, Downloads.CSV, "faults-" + id + ".csv");
    imports.writeFaults(run, new FaultTexts(messages, locale), response.getOutputStream());
  }

  @GetMapping(PATH + "/template.xlsx")
  void template(Locale locale, HttpServletResponse response) throws IOException {
    Downloads.begin(response, Downloads.XLSX, "hotline-template.xlsx");
    template.write(response.getOutputStream(), locale);
  }

  @GetMapping(PATH + "/export.zip")
  void export(@AuthenticationPrincipal SignedInUser me, HttpServletResponse response)
      throws IOException {
    PlaceRights.require(export.allowed(me));
    Downloads.begin(response, "application/zip", "hotline.zip");
    export.write(response.getOutputStream(), me);
  }

  private ModelAndView overview(
      String fileError, String sourceError, SignedInUser me, HttpStatus status) {
    PlaceRights.require(export.allowed(me));
    boolean mayImport = me.administersAll();
    return new ModelAndView("moving", status)
        .addObject("mayImport", mayImport)
        .addObject("masked", !me.seesPhoneNumbers() && !me.administers())
        .addObject("fileError", fileError.isEmpty() ? "" : labels.text(fileError, "50"))
        .addObject("sourceError", sourceError.isEmpty() ? "" : labels.text(sourceError))
        .addObject(
            "runs", mayImport ? imports.latest(me).stream().map(views::line).toList() : List.of());
  }

  private ModelAndView page(
      long id, String view, String problem, SignedInUser me, HttpStatus status) {
    ImportRun run = require(id, me);
    FaultTexts texts = new FaultTexts(messages, labels.locale());
    return new ModelAndView(view, status)
        .addObject("run", views.line(run))
        .addObject(
            "problem", problem.isEmpty() ? "" : labels.text(problem, Imports.MOST_AS_A_WHOLE))
        .addObject("mostAsAWhole", Imports.MOST_AS_A_WHOLE)
        .addObject("report", views.report(imports.report(run)))
        .addObject("faultCount", imports.faultCount(run))
        .addObject("shown", SHOWN_FAULTS)
        .addObject(
            "faults",
            imports.faults(run, SHOWN_FAULTS).stream()
                .map(fault -> views.fault(fault, texts))
                .toList());
  }

  private ImportRun require(long id, SignedInUser me) {
    return imports.find(id, me).orElseThrow(() -> new NoSuchPage("import " + id));
  }
}
