package cn.wuye.hotline.backend.message.template;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What administrators do with templates. */
@Component
public class TemplateDesk {
  private static final Logger log = LoggerFactory.getLogger(TemplateDesk.class);
  private static final AuditAction CHANGED = new AuditAction("message.template-changed");

  private final Templates templates;
  private final Transactions transactions;
  private final Audit audit;

  TemplateDesk(Templates templates, Transactions transactions, Audit audit) {
    this.templates = templates;
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * A wrong field.
   *
   * @param message key of the sentence
   * @param arguments of that sentence
   */
  public record Wrong(String message, Object... arguments) {}

  /**
   * Keeps a new version, if it can be used.
   *
   * @param after the version that its writer had before her
   * @return what is wrong, by field; {@code version} when somebody was faster; empty when it is
   *     done
   */
  public Map<String, Wrong> save(
      MessageTemplate.Key key, long after, String subject, String body, SignedInUser by) {
    if (!by.administersAll()) {
      throw new AccessDeniedException("changes no templates");
    }
    Map<String, Wrong> wrong = new LinkedHashMap<>();
    if (key.medium() == Medium.EMAIL) {
      check("subject", key, subject.strip(), MessageTemplate.MAX_SUBJECT, wrong);
    }
    check("body", key, body.strip(), MessageTemplate.MAX_BODY, wrong);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    boolean kept = transactions.run(() -> keep(key, after, subject.strip(), body.strip(), by));
    if (!kept) {
      return Map.of("version", new Wrong("templates.error.stale"));
    }
    log.info("message template {} version {} written by {}", key, after + 1, by);
    return Map.of();
  }

  private boolean keep(
      MessageTemplate.Key key, long after, String subject, String body, SignedInUser by) {
    String line = key.medium() == Medium.EMAIL ? subject : "";
    if (!templates.add(key, after, line, body, by.getUsername())) {
      return false;
    }
    audit.record(
        Audit.user(by.getUsername()),
        CHANGED,
        "message-template:" + key,
        Map.of("version", after + 1));
    return true;
  }

  private static void check(
      String field, MessageTemplate.Key key, String text, int most, Map<String, Wrong> wrong) {
    if (text.isEmpty()) {
      wrong.put(field, new Wrong("templates.error.empty"));
      return;
    }
    if (Text.length(text) > most) {
      wrong.put(field, new Wrong("error.tooLong", most, Text.length(text)));
      return;
    }
    Optional<TemplateText> parsed = TemplateText.parse(text);
    if (parsed.isEmpty()) {
      wrong.put(field, new Wrong("templates.error.braces"));
      return;
    }
    TreeSet<String> unknown = new TreeSet<>(parsed.get().variables());
    unknown.removeAll(key.event().variables());
    if (!unknown.isEmpty()) {
      wrong.put(
          field,
          new Wrong(
              "templates.error.unknown",
              String.join(", ", unknown),
              key.event().variables().stream()
                  .map(name -> "{" + name + "}")
                  .collect(Collectors.joining(" "))));
    }
  }
}
