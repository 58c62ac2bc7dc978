package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditCursor;
import cn.wuye.hotline.backend.audit.AuditFilter;
import cn.wuye.hotline.backend.audit.AuditLog;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** What people did with the system and with residents' data; for administrators only. */
@Controller
class AuditController {
  static final String PATH = "/console/audit";
  private static final int PAGE = 50;
  static final List<String> GROUPS =
      List.of(
          "sign-in",
          "sign-out",
          "user",
          "filter",
          "recording",
          "resident",
          "setting",
          "prompt",
          "wording",
          "model",
          "token",
          "message",
          "survey",
          "quality",
          "points",
          "poll",
          "queue",
          "call-back",
          "agent",
          "desk",
          "knowledge",
          "export");

  private final AuditLog log;
  private final StaffNames staff;
  private final Labels labels;

  AuditController(AuditLog log, StaffNames staff, Labels labels) {
    this.log = log;
    this.staff = staff;
    this.labels = labels;
  }

  /**
   * What is asked for, as it stands in the address.
   *
   * @param who a login
   * @param from first day, {@code 2026-01-31}
   * @param to last day, included
   */
  record Asked(String who, String action, String subject, String from, String to, String cursor) {
    // Called by data binding: parameters that were not sent are null.
    Asked {
      who = text(who);
      action = text(action);
      subject = text(subject);
      from = text(from);
      to = text(to);
      cursor = text(cursor);
    }

    /** Whether anything narrows the log. */
    public boolean active() {
      return !(who + action + subject + from + to).isEmpty();
    }

    String page(String after) {
      UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
      Map.of("who", who, "action", action, "subject", subject, "from", from, "to", to)
          .forEach(
              (name, value) -> {
                if (!value.isEmpty()) {
                  address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
                }
              });
      return address.queryParam("cursor", after).encode().build().toUriString();
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value.strip();
    }
  }

  /** An entry in words. */
  record Line(
      String at,
      String atIso,
      String who,
      String what,
      String subject,
      String details,
      String entry) {}

  @GetMapping(PATH)
  String page(Asked asked, @AuthenticationPrincipal SignedInUser me, Model model) {
    if (!me.administersAll()) {
      throw new AccessDeniedException("reads no audit");
    }
    List<String> wrong = new ArrayList<>();
    AuditFilter filter =
        new AuditFilter(
            asked.who().isEmpty() ? null : Audit.user(asked.who()),
            asked.action().isEmpty() ? null : asked.action(),
            asked.subject().isEmpty() ? null : asked.subject(),
            day("from", asked.from(), 0, wrong),
            day("to", asked.to(), 1, wrong));
    AuditLog.Page page = log.page(filter, AuditCursor.find(asked.cursor()), PAGE);
    model.addAttribute("asked", asked);
    model.addAttribute("misunderstood", wrong);
    model.addAttribute("actions", actions());
    model.addAttribute("lines", page.lines().stream().map(this::line).toList());
    model.addAttribute("older", page.next().map(next -> asked.page(next.toString())).orElse(null));
    return "audit";
  }

  private List<Choice> actions() {
    return GROUPS.stream().map(each -> new Choice(each, labels.name("audit.group", each))).toList();
  }

  private Line line(AuditLog.Line entry) {
    return new Line(
        labels.fullTime(entry.at()),
        entry.at().toString(),
        who(entry.actor()),
        labels.name("audit.action", entry.action()),
        entry.subject(),
        entry.details().entrySet().stream()
            .map(each -> labels.name("audit.detail", each.getKey()) + "：" + value(each.getValue()))
            .collect(Collectors.joining("；")),
        entry.node() + " #" + entry.sequence());
  }

  private static String value(@Nullable Object value) {
    return value instanceof Map<?, ?> change
            && change.containsKey("from")
            && change.containsKey("to")
        ? change.get("from") + " → " + change.get("to")
        : String.valueOf(value);
  }

  private String who(String actor) {
    String name = actor.substring(actor.indexOf(':') + 1);
    if (!actor.startsWith("user:")) {
      return labels.text("actor.system") + " " + name;
    }
    String shown = staff.of(name);
    return shown.equals(name) ? name : shown + "（" + name + "）";
  }

  private static @Nullable Instant day(String name, String text, int plus, List<String> wrong) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text).plusDays(plus).atStartOfDay(Labels.ZONE).toInstant();
    } catch (DateTimeException noDay) {
      wrong.add(name + "=" + text);
      return null;
    }
  }
}
