package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.wording.TryDesk;
import cn.wuye.hotline.backend.wording.WordingDesk;
import cn.wuye.hotline.backend.wording.WordingDesk.Work;
import cn.wuye.hotline.ivr.audio.BrokenWav;
import cn.wuye.hotline.ivr.speech.Recognized;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Type or say a sentence: what would the hotline understand and do, live and as drafted? */
@Controller
class WordingTryController {
  private static final String PATH = WordingPages.PATH + "/try";

  private final TryDesk tries;
  private final WordingDesk desk;
  private final TryViews views;
  private final Labels labels;

  WordingTryController(TryDesk tries, WordingDesk desk, TryViews views, Labels labels) {
    this.tries = tries;
    this.desk = desk;
    this.views = views;
    this.labels = labels;
  }

  @GetMapping(PATH)
  ModelAndView form() {
    return page("wording-try").addObject("text", "");
  }

  @PostMapping(PATH)
  ModelAndView text(
      @RequestParam(defaultValue = "") String text, @AuthenticationPrincipal SignedInUser me) {
    String said = text.strip();
    ModelAndView page = page("wording-try").addObject("text", said);
    if (said.isEmpty() || said.length() > TryDesk.LONGEST_TEXT) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page.addObject("wrong", labels.text("wording.try.length", TryDesk.LONGEST_TEXT));
    }
    return results(page, said, me);
  }

  /** A recording; answers with the results alone, for the page's script. */
  @PostMapping(path = PATH + "/sound", consumes = "audio/wav")
  ModelAndView sound(InputStream body, @AuthenticationPrincipal SignedInUser me)
      throws IOException {
    byte[] wav = body.readNBytes(TryDesk.LARGEST_SOUND + 1);
    ModelAndView page = page("parts/wording-results :: results");
    if (wav.length > TryDesk.LARGEST_SOUND) {
      return wrong(page, labels.text("wording.try.longSound"));
    }
    if (!tries.hearing().available()) {
      return wrong(page, labels.text("wording.try.noModel", tries.hearing().description()));
    }
    try {
      Optional<Recognized> heard = tries.listen(wav, me);
      if (heard.isEmpty()) {
        return wrong(page, labels.text("wording.try.busy"));
      }
      if (heard.get().text().isEmpty()) {
        return wrong(page, labels.text("wording.try.nothingHeard"));
      }
      page.addObject("heard", heard.get().text());
      return results(page, heard.get().text(), me);
    } catch (BrokenWav e) {
      return wrong(page, labels.text("wording.try.badSound", String.valueOf(e.getMessage())));
    }
  }

  private static ModelAndView wrong(ModelAndView page, String why) {
    return page.addObject("wrong", why);
  }

  private ModelAndView results(ModelAndView page, String text, SignedInUser me) {
    Work work = desk.work();
    List<TryViews.View> results = new ArrayList<>();
    if (work.draft()) {
      String title = labels.text("wording.try.draft", String.valueOf(work.number()));
      results.add(views.of(title, tries.text(work.number(), text, me)));
    }
    String title =
        work.live() == 0
            ? labels.text("wording.try.shipped")
            : labels.text("wording.try.live", String.valueOf(work.live()));
    results.add(views.of(title, tries.text(work.live(), text, me)));
    return page.addObject("results", results);
  }

  private ModelAndView page(String view) {
    return new ModelAndView(view)
        .addObject("work", desk.work())
        .addObject("hearing", tries.hearing().available())
        .addObject("hearingWhy", tries.hearing().description());
  }
}
