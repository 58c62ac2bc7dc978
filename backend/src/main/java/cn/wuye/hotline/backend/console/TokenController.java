package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.token.AccessToken;
import cn.wuye.hotline.backend.token.AccessTokens;
import cn.wuye.hotline.backend.token.NewToken;
import cn.wuye.hotline.backend.token.Scope;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The access tokens of whoever is signed in. */
@Controller
class TokenController {
  private static final String PATH = "/console/tokens";
  private static final List<Integer> DAYS = List.of(7, 30, 90, 365);
  private static final String USUAL_DAYS = "90";

  private final AccessTokens tokens;
  private final Labels labels;
  private final Clock clock;

  TokenController(AccessTokens tokens, Labels labels, Clock clock) {
    this.tokens = tokens;
    this.labels = labels;
    this.clock = clock;
  }

  /** A token in the list, in words. */
  record Line(
      long id,
      String name,
      String prefix,
      List<String> scopes,
      String created,
      String expires,
      String used,
      boolean expired) {}

  /** The form as typed. */
  record Form(String name, List<String> scopes, String days) {
    static final Form EMPTY = new Form("", List.of(), USUAL_DAYS);
  }

  @GetMapping(PATH)
  ModelAndView list(@AuthenticationPrincipal SignedInUser me) {
    return page(me, Form.EMPTY, Map.of(), HttpStatus.OK);
  }

  /** The answer itself shows the secret: it is kept nowhere that a redirect could fetch it from. */
  @PostMapping(PATH)
  ModelAndView make(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable List<String> scopes,
      @RequestParam(defaultValue = "") String days,
      @AuthenticationPrincipal SignedInUser me) {
    Form form = new Form(name, scopes == null ? List.of() : List.copyOf(scopes), days);
    AccessTokens.Result result = tokens.make(wanted(form), me);
    if (result instanceof AccessTokens.Made made) {
      return page(me, Form.EMPTY, Map.of(), HttpStatus.CREATED)
          .addObject("secret", made.secret())
          .addObject("secretName", name.strip());
    }
    return page(me, form, ((AccessTokens.Wrong) result).errors(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping(PATH + "/{id:[0-9]{1,18}}/revoke")
  String revoke(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    if (!tokens.revoke(id, me)) {
      throw new NoSuchPage("token " + id);
    }
    return "redirect:" + PATH + "?revoked";
  }

  private static NewToken wanted(Form form) {
    Set<Scope> scopes =
        form.scopes().stream()
            .flatMap(code -> Coded.find(Scope.class, code).stream())
            .collect(Collectors.toSet());
    int days = form.days().matches("[0-9]{1,4}") ? Integer.parseInt(form.days()) : 0;
    return new NewToken(form.name(), scopes, days);
  }

  private ModelAndView page(
      SignedInUser me, Form form, Map<String, String> errors, HttpStatus status) {
    return new ModelAndView("tokens", status)
        .addObject("tokens", tokens.of(me).stream().map(this::line).toList())
        .addObject("form", form)
        .addObject(
            "errors",
            errors.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> labels.text(e.getValue()))))
        .addObject(
            "scopeChoices",
            Arrays.stream(Scope.values())
                .filter(scope -> me.administersAll() || !scope.forAdministrators())
                .map(scope -> new Choice(scope.code(), scopeName(scope)))
                .toList())
        .addObject(
            "dayChoices",
            DAYS.stream()
                .map(n -> new Choice(n.toString(), labels.text("tokens.days", n)))
                .toList());
  }

  private Line line(AccessToken token) {
    Instant used = token.lastUsedAt();
    return new Line(
        token.id(),
        token.name(),
        token.prefix() + "…",
        token.scopes().stream().sorted().map(this::scopeName).toList(),
        labels.time(token.createdAt()),
        labels.fullTime(token.expiresAt()),
        used == null ? labels.text("tokens.neverUsed") : labels.time(used),
        !token.expiresAt().isAfter(clock.instant()));
  }

  private String scopeName(Scope scope) {
    return labels.text("scope." + scope.code().replace(':', '.'));
  }
}
