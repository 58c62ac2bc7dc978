package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.DueTimes;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.message.template.MessageTemplate;
import cn.wuye.hotline.backend.message.template.TemplateText;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a notice into words: what its template says, with what it brings and what its ticket tells.
 */
@Component
class Words {
  private static final int LONGEST_COMPLAINT = 40;

  /** Values that are codes, with where their words are found. */
  private static final Map<String, String> CODED =
      Map.of(
          "clock",
          "clock.",
          "step",
          "escalation-role.",
          "alarm",
          "alarm-sms.",
          "dialect",
          "dialect.");

  private static final String NO_NAME = "物业服务";

  private final Tickets tickets;
  private final Categories categories;
  private final ObjectProvider<DueTimes> dueTimes;
  private final JdbcClient jdbc;
  private final MessageSource bundles;
  private final JsonMapper json;
  private final DateTimeFormatter time;
  private final String company;
  private final String hotline;

  Words(
      Tickets tickets,
      Categories categories,
      ObjectProvider<DueTimes> dueTimes,
      JdbcClient jdbc,
      MessageSource bundles,
      JsonMapper json,
      OutboxProperties properties,
      @Value("${hotline.telephony.name:}") String company,
      @Value("${hotline.telephony.number:4001234567}") String hotline) {
    this.tickets = tickets;
    this.categories = categories;
    this.dueTimes = dueTimes;
    this.jdbc = jdbc;
    this.bundles = bundles;
    this.json = json;
    this.time = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(properties.zone());
    this.company = company.isBlank() ? NO_NAME : company.strip();
    this.hotline = hotline;
  }

  /**
   * Subject and body as they are sent.
   *
   * @param link that opens something without signing in; empty string for none
   */
  record Written(String subject, String body, String link) {
    /** The body as it may be kept: whoever reads it later must not be able to open the link. */
    String kept() {
      return link.isEmpty() ? body : body.replace(link, link.replaceFirst("[^/]+$", "…"));
    }
  }

  /** What a system is told: what happened and to what, but nothing about people. */
  Written payload(Claimed message, String link) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", message.event());
    body.put("ticket", message.ticket() == null ? "" : message.ticket().toString());
    body.put("data", new TreeMap<>(message.values()));
    if (!link.isEmpty()) {
      body.put("link", link);
    }
    return new Written("", json.writeValueAsString(body), link);
  }

  /**
   * @param link that opens what it is about; empty string for none
   */
  Written of(Claimed message, MessageTemplate template, String link) {
    Language language = template.key().language();
    Map<String, String> values = new HashMap<>();
    values.put("company", company);
    values.put("hotline", hotline);
    Optional.ofNullable(message.ticket())
        .flatMap(number -> tickets.find(number, EstateScope.ALL))
        .ifPresent(ticket -> values.putAll(of(ticket, language)));
    due(message).ifPresent(due -> values.put("due", time.format(due)));
    values.putAll(message.values());
    CODED.forEach(
        (name, bundle) ->
            values.computeIfPresent(name, (n, code) -> bundle(bundle + code, code, language)));
    values.replaceAll(
        (name, value) ->
            value.startsWith(Notice.SENTENCE)
                ? bundle(value.substring(Notice.SENTENCE.length()), "", language)
                : value);
    if (!link.isEmpty()) {
      values.put("link", link);
    }
    return new Written(
        filled(template.subject(), values).replaceAll("\\s+", " "),
        filled(template.body(), values),
        link);
  }

  private Optional<Instant> due(Claimed message) {
    TicketNumber ticket = message.ticket();
    return ticket == null
        ? Optional.empty()
        : dueTimes
            .orderedStream()
            .flatMap(known -> known.due(message.to(), message.event(), ticket).stream())
            .findFirst();
  }

  private static String filled(String text, Map<String, String> values) {
    return TemplateText.parse(text).orElseThrow().with(values).strip();
  }

  private Map<String, String> of(Ticket ticket, Language language) {
    Subject subject = ticket.contents().subject();
    return Map.of(
        "number", ticket.number().toString(),
        "category", category(subject, language == Language.CHINESE),
        "place", place(ticket.contents().place()),
        "urgency", bundle("urgency." + subject.urgency().code(), "", language),
        "text", Text.fitted(ticket.contents().text().strip(), LONGEST_COMPLAINT));
  }

  private String bundle(String key, String otherwise, Language language) {
    return Objects.requireNonNullElse(
        bundles.getMessage(key, null, otherwise, language.locale()), otherwise);
  }

  private String category(Subject subject, boolean chinese) {
    Optional<Category> category = categories.find(subject.category());
    return category
        .flatMap(
            whole ->
                whole.subcategories().stream()
                    .filter(part -> part.code().equals(subject.subcategory()))
                    .map(part -> chinese ? part.zh() : part.en())
                    .findFirst())
        .or(() -> category.map(whole -> chinese ? whole.zh() : whole.en()))
        .orElse(subject.category());
  }

  private String place(TicketPlace place) {
    String estate =
        Optional.ofNullable(place.estateId())
            .flatMap(
                id ->
                    jdbc.sql("SELECT name FROM estate WHERE id = ?")
                        .param(id.value())
                        .query(String.class)
                        .optional())
            .orElse("");
    String known =
        Stream.of(estate, place.building(), place.unit(), place.room())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return known.isEmpty() ? place.words() : known;
  }
}
