package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.prompt.PromptBoard;
import cn.wuye.hotline.backend.prompt.PromptDesk;
import cn.wuye.hotline.backend.prompt.PromptState;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.prompt.VoiceSet;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Everything the hotline says: to listen to, and to be replaced by recordings. */
@Controller
class PromptController {
  private static final String PATH = "/console/prompts";
  private static final String ONE = PATH + "/{set:[a-z0-9-]{2,24}}/{key:[a-z0-9-]{1,80}}";
  private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

  private final PromptDesk desk;
  private final PromptViews views;
  private final Labels labels;

  PromptController(PromptDesk desk, PromptViews views, Labels labels) {
    this.desk = desk;
    this.views = views;
    this.labels = labels;
  }

  @GetMapping(PATH)
  ModelAndView list(PromptFilter filter, @AuthenticationPrincipal SignedInUser me) {
    return page(filter, Map.of(), HttpStatus.OK, me);
  }

  @GetMapping(ONE + ".wav")
  ResponseEntity<byte[]> sound(
      @PathVariable String set,
      @PathVariable String key,
      @AuthenticationPrincipal SignedInUser me) {
    byte[] wav = desk.sound(known(set), key, me).orElseThrow(() -> new NoSuchPage("prompt " + key));
    return ResponseEntity.ok()
        .contentType(WAV)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(set + "-" + key + ".wav").build().toString())
        .body(wav);
  }

  @PostMapping(ONE)
  ModelAndView replace(
      @PathVariable String set,
      @PathVariable String key,
      @RequestParam("sound") MultipartFile sound,
      PromptFilter filter,
      @AuthenticationPrincipal SignedInUser me)
      throws IOException {
    if (sound.isEmpty()) {
      return refused(filter, key, labels.text("prompts.error.empty"), me);
    }
    PromptDesk.Result result = desk.replace(known(set), key, sound.getBytes(), me);
    if (result instanceof PromptDesk.Unknown) {
      throw new NoSuchPage("prompt " + key);
    }
    if (result instanceof PromptDesk.Unreadable) {
      return refused(filter, key, labels.text("prompts.error.unreadable"), me);
    }
    if (result instanceof PromptDesk.Faulty faulty) {
      String why =
          faulty.faults().stream()
              .map(fault -> labels.text("prompts.fault." + fault.code()))
              .collect(Collectors.joining(labels.text("prompts.join")));
      return refused(filter, key, why, me);
    }
    return back(filter, set, key, "replaced");
  }

  @PostMapping(ONE + "/remove")
  ModelAndView remove(
      @PathVariable String set,
      @PathVariable String key,
      PromptFilter filter,
      @AuthenticationPrincipal SignedInUser me) {
    desk.remove(known(set), key, me);
    return back(filter, set, key, "removed");
  }

  private static VoiceSet known(String set) {
    return VoiceSet.find(set).orElseThrow(() -> new NoSuchPage("voice set " + set));
  }

  private static ModelAndView back(PromptFilter filter, String set, String key, String done) {
    return new ModelAndView(
        "redirect:"
            + UriComponentsBuilder.fromPath(PATH)
                .queryParam("set", set)
                .queryParam("q", "{q}")
                .queryParam("state", "{state}")
                .queryParam(done, key)
                .fragment("p-" + key)
                .encode()
                .buildAndExpand(filter.q(), filter.state())
                .toUriString());
  }

  private ModelAndView refused(PromptFilter filter, String key, String why, SignedInUser me) {
    return page(filter, Map.of(key, why), HttpStatus.UNPROCESSABLE_CONTENT, me);
  }

  private ModelAndView page(
      PromptFilter filter, Map<String, String> errors, HttpStatus status, SignedInUser me) {
    PromptBoard board = desk.board(me);
    VoiceSet set = filter.voiceSet();
    return new ModelAndView("prompts", status)
        .addObject("filter", filter)
        .addObject("set", set.code())
        .addObject("setChoices", views.sets(board, set))
        .addObject("stateChoices", views.states())
        .addObject("rows", views.rows(board, set, filter))
        .addObject("dialect", board.lines(set).stream().anyMatch(line -> line.line().inDialect()))
        .addObject("recorded", recorded(board, set))
        .addObject("total", board.lines(set).size())
        .addObject("errors", errors);
  }

  private static long recorded(PromptBoard board, VoiceSet set) {
    return board.lines(set).stream().filter(line -> line.state() == PromptState.RECORDED).count();
  }
}
