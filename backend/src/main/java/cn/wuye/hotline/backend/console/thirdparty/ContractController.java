package cn.wuye.hotline.backend.console.thirdparty;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.Money;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.thirdparty.Contract;
import cn.wuye.hotline.backend.thirdparty.Contracts;
import cn.wuye.hotline.backend.thirdparty.Target;
import cn.wuye.hotline.backend.thirdparty.WebhookKeys;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The contract of a third party; for administrators only, by the rules of web security. */
@Controller
class ContractController {
  private static final String PATH = "/console/third-parties/{code:[a-z][a-z0-9-]{0,23}}";

  private final Contracts contracts;
  private final WebhookKeys keys;
  private final Labels labels;

  ContractController(Contracts contracts, WebhookKeys keys, Labels labels) {
    this.contracts = contracts;
    this.keys = keys;
    this.labels = labels;
  }

  /** A line of the form: what has a time and costs something. */
  record Line(String code, String name) {}

  @GetMapping(PATH)
  ModelAndView one(@PathVariable String code) {
    Contract contract = contract(code);
    return page(contract, typed(contract), Map.of(), HttpStatus.OK);
  }

  @PostMapping(PATH)
  ModelAndView save(
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal SignedInUser me) {
    Contract now = contract(code);
    Map<Target, Duration> within = new EnumMap<>(Target.class);
    Map<Target, Long> cents = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      within.put(target, minutes(field(typed, target.code() + "Minutes")));
      cents.put(target, Money.find(field(typed, target.code() + "Amount")).orElse(-1));
    }
    String version = field(typed, "version");
    Contract wanted =
        new Contract(
            code,
            version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1,
            within,
            cents,
            field(typed, "webhookUrl").strip(),
            now.webhookKey());
    Map<String, String> wrong =
        contracts.save(wanted, field(typed, "newKey").equals("true"), me.getUsername());
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:/console/third-parties/" + code + "?saved");
    }
    boolean stale = wrong.containsKey("version");
    Map<String, String> shown = new HashMap<>(typed);
    // Saved once more, it is meant for what is there now.
    shown.put("version", stale ? Long.toString(now.version()) : version);
    return page(
        now,
        shown,
        wrong.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> labels.text(e.getValue()))),
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Contract contract(String code) {
    return contracts.find(code).orElseThrow(() -> new NoSuchPage("third party " + code));
  }

  private ModelAndView page(
      Contract contract, Map<String, String> typed, Map<String, String> errors, HttpStatus status) {
    List<Line> lines =
        Arrays.stream(Target.values())
            .map(target -> new Line(target.code(), labels.name("contract-target", target)))
            .toList();
    return new ModelAndView("contract", status)
        .addObject("code", contract.party())
        .addObject("lines", lines)
        .addObject("typed", typed)
        .addObject("errors", errors)
        .addObject("key", contract.webhookUrl().isEmpty() ? "" : keys.shown(contract));
  }

  private static Map<String, String> typed(Contract contract) {
    Map<String, String> typed = new HashMap<>();
    typed.put("version", Long.toString(contract.version()));
    typed.put("webhookUrl", contract.webhookUrl());
    for (Target target : Target.values()) {
      typed.put(target.code() + "Minutes", Long.toString(contract.within(target).toMinutes()));
      typed.put(target.code() + "Amount", Money.of(contract.cents(target)));
    }
    return typed;
  }

  private static Duration minutes(String typed) {
    return typed.strip().matches("[0-9]{1,6}")
        ? Duration.ofMinutes(Long.parseLong(typed.strip()))
        : Duration.ZERO;
  }

  private static String field(Map<String, String> typed, String name) {
    return Objects.requireNonNullElse(typed.get(name), "");
  }
}
