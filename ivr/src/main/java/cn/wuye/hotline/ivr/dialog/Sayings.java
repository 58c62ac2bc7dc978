package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Talk;
import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.Directory.Estate;
import cn.wuye.hotline.ivr.port.KnownIncident;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.TicketStatus;
import cn.wuye.hotline.ivr.prompt.Pieces;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.Prompt.Piece;
import cn.wuye.hotline.ivr.prompt.Prompt.Spoken;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import cn.wuye.hotline.ivr.wording.ServiceHours;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the dialog says, filled with what it knows. */
final class Sayings implements Talk.DialectPrompts {
  private final PromptCatalogue catalogue;
  private final Pieces pieces;

  Sayings(PromptCatalogue catalogue) {
    this.catalogue = catalogue;
    this.pieces = new Pieces(catalogue);
  }

  /** An entry without slots. */
  Prompt say(String key) {
    return catalogue.prompt(key);
  }

  @Override
  public Prompt noted(String code) {
    String name = Dialects.shipped().find(code).map(each -> each.called().get(0)).orElse("");
    return catalogue.prompt("dialect-noted", Map.of("dialect", List.of(new Spoken(name))));
  }

  @Override
  public Prompt offered(List<String> codes) {
    Prompt prompt = catalogue.prompt("dialect-offer");
    for (int i = 0; i < codes.size(); i++) {
      String name = "dialect-name-" + codes.get(i).toLowerCase(Locale.ROOT);
      prompt =
          prompt.then(
              catalogue.prompt(
                  "dialect-option",
                  Map.of(
                      "dialect",
                      List.of(catalogue.piece(name)),
                      "key",
                      pieces.number(Talk.FIRST_DIALECT + i))));
    }
    return prompt;
  }

  /** A greeting that names the building of who is known; the person is named to nobody. */
  Prompt greeting(String key, Scene scene) {
    Place place = scene.file().place();
    String estate = scene.estateName();
    List<Piece> home = new ArrayList<>();
    if (!estate.isEmpty() && !place.building().isEmpty()) {
      List<Piece> building = new ArrayList<>(List.of(new Spoken(estate)));
      building.addAll(pieces.place(place.building()));
      home.addAll(catalogue.prompt("greeting-home", Map.of("place", building)).pieces());
    }
    scene.incident().ifPresent(known -> home.addAll(incident(scene, known)));
    return catalogue.prompt(key, Map.of("home", home));
  }

  /** A greeting that tells first what goes on where she lives, and what she may do about it. */
  Prompt incidentGreeting(Scene scene, KnownIncident known) {
    return catalogue.prompt("greeting-incident", Map.of("incident", incident(scene, known)));
  }

  private List<Piece> incident(Scene scene, KnownIncident known) {
    List<Piece> what = pieces.beginningWithPlace(known.words());
    if (known.expectedEnd().isEmpty()) {
      return catalogue.prompt("incident-known", Map.of("what", what)).pieces();
    }
    LocalDate today = LocalDate.ofInstant(scene.incoming().answeredAt(), ServiceHours.ZONE);
    LocalDateTime end = LocalDateTime.ofInstant(known.expectedEnd().get(), ServiceHours.ZONE);
    return catalogue
        .prompt("incident-known-until", Map.of("what", what, "time", pieces.moment(end, today)))
        .pieces();
  }

  /** A ticket of the caller's own: what, when, where it stands, who sees to it, what comes next. */
  Prompt progress(TicketStatus ticket) {
    Prompt prompt = catalogue.prompt("progress-ticket", slots(ticket));
    if (ticket.responsible().isPresent()) {
      PhoneLine line = ticket.responsible().get();
      prompt =
          prompt.then(
              catalogue.prompt(
                  "progress-person",
                  Map.of(
                      "name", List.of(new Spoken(line.name())),
                      "phone", pieces.digits(line.number().digits()))));
    }
    if (ticket.nextWithin().isPresent()) {
      prompt =
          prompt.then(
              catalogue.prompt(
                  "progress-next", Map.of("within", pieces.duration(ticket.nextWithin().get()))));
    }
    return prompt;
  }

  /** That the matter has a ticket already; of somebody else's only that there is one. */
  Prompt earlier(TicketStatus ticket) {
    return catalogue.prompt(ticket.own() ? "earlier" : "earlier-home", slots(ticket));
  }

  private Map<String, List<Piece>> slots(TicketStatus ticket) {
    List<Piece> date = pieces.date(ticket.openedOn());
    String stage = ticket.stage().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Map.of(
        "date", date,
        "problem", topic(ticket.intent()),
        "number", pieces.digits(ticket.number()),
        "stage", List.of(catalogue.piece("stage-" + stage)));
  }

  /** "阳光花园，请按1。幸福小区，请按2。" after the question for the estate. */
  Prompt estateKeys(List<Estate> estates) {
    Prompt prompt = catalogue.prompt("ask-estate-keys");
    for (int i = 0; i < estates.size(); i++) {
      List<Piece> key = pieces.number(i + 1);
      prompt =
          prompt.then(
              catalogue.prompt(
                  "ask-estate-option",
                  Map.of("estate", List.of(new Spoken(estates.get(i).name())), "key", key)));
    }
    return prompt;
  }

  Prompt confirmEstate(String name) {
    return catalogue.prompt("confirm-estate", Map.of("estate", List.of(new Spoken(name))));
  }

  /** One of the prompts that read back what was understood; the room is nobody else's business. */
  Prompt readBack(String key, String estate, Place place, Intent intent) {
    return catalogue.prompt(
        key,
        Map.of(
            "place", place(estate, new Place("", place.building(), "", "", "")),
            "problem", topic(intent)));
  }

  /** What the person who answers is told before the caller is joined. */
  Prompt whisper(String key, String estate, Place place, Intent intent) {
    return catalogue.prompt(key, Map.of("place", place(estate, place), "problem", topic(intent)));
  }

  /** One of the prompts that tell the ticket's number. */
  Prompt ticket(String key, OpenedTicket ticket) {
    return catalogue.prompt(
        key,
        Map.of(
            "number", pieces.digits(ticket.number()),
            "within", pieces.duration(ticket.responseWithin())));
  }

  /** How many come before a caller who waits for a person. */
  Prompt queuePlace(int before) {
    return before == 0
        ? say("queue-next")
        : catalogue.prompt("queue-before", Map.of("number", pieces.count(before)));
  }

  /** How long a caller will wait for a person. */
  Prompt queueMinutes(int minutes) {
    return catalogue.prompt(
        "queue-minutes", Map.of("time", pieces.duration(Duration.ofMinutes(minutes))));
  }

  private List<Piece> place(String estate, Place place) {
    List<Piece> said = new ArrayList<>();
    if (!estate.isEmpty()) {
      said.add(new Spoken(estate));
    }
    said.addAll(pieces.place(place.building()));
    said.addAll(pieces.place(place.unit()));
    if (!place.room().isEmpty()) {
      said.addAll(pieces.place(place.room().matches("\\d+") ? place.room() + "室" : place.room()));
    }
    if (!said.isEmpty()) {
      said.add(catalogue.piece("pause"));
    }
    return said;
  }

  /** What a ticket is about, in the words in which it is read back. */
  List<Piece> topic(Intent intent) {
    List<String> keys =
        List.of(
            intent.emergency() && intent.subcategory().equals("other") ? "topic-emergency" : "",
            "topic-" + intent.kind(),
            "topic-" + intent.category() + "-" + intent.subcategory(),
            "topic-" + intent.category());
    return keys.stream()
        .filter(catalogue::has)
        .findFirst()
        .map(key -> List.of(catalogue.piece(key)))
        .orElse(List.of());
  }
}
