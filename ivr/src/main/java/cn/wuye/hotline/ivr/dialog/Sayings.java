package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.Directory.Estate;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.prompt.Pieces;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.Prompt.Piece;
import cn.wuye.hotline.ivr.prompt.Prompt.Spoken;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the dialog says, filled with what it knows. */
final class Sayings {
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

  private List<Piece> topic(Intent intent) {
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
