package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.Whereabouts;
import cn.wuye.hotline.backend.dispatch.place.Known;
import cn.wuye.hotline.backend.dispatch.place.Places;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Where a member of the crew is, as he sees and says it on his page. */
@Component
class CrewPlacePart {
  /** With more buildings than this the estate alone is chosen: the page must be small. */
  private static final int MOST = 300;

  private final Places places;
  private final Estates estates;
  private final Labels labels;

  CrewPlacePart(Places places, Estates estates, Labels labels) {
    this.places = places;
    this.estates = estates;
    this.labels = labels;
  }

  /** What can be chosen in one estate. */
  record EstatePlaces(String estate, List<Choice> places) {}

  /**
   * Adds {@code places, place, placeHere, placeKnown}: what can be chosen, what is, where he is,
   * and how that is known.
   */
  void add(SignedInUser me, Model model) {
    Optional<Known> known = places.of(me.getUsername());
    model.addAttribute("places", choices(me.scope()));
    model.addAttribute(
        "place",
        known
            .filter(found -> found.source() == Known.Source.SAID)
            .map(found -> value(found.place()))
            .orElse(""));
    model.addAttribute("placeHere", known.map(found -> found.place().words()).orElse(""));
    model.addAttribute("placeKnown", known.map(this::words).orElse(""));
  }

  private List<EstatePlaces> choices(EstateScope scope) {
    List<Estate> visible =
        estates.findAllByOrderByPositionAscIdAsc().stream()
            .filter(estate -> scope.sees(estate.requireId()))
            .toList();
    boolean few = visible.stream().mapToInt(estate -> estate.buildings().size()).sum() <= MOST;
    return visible.stream().map(estate -> choices(estate, few)).toList();
  }

  private static EstatePlaces choices(Estate estate, boolean buildings) {
    String id = estate.requireId().toString();
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(id, estate.name()));
    if (buildings) {
      estate
          .buildings()
          .forEach(each -> choices.add(new Choice(id + "/" + each.name(), each.name())));
    }
    return new EstatePlaces(estate.name(), choices);
  }

  private static String value(Whereabouts place) {
    return place.estate() + (place.building().isEmpty() ? "" : "/" + place.building());
  }

  private String words(Known known) {
    String time = known.since() == null ? "" : labels.time(known.since());
    return labels.text(
        "crew.place." + known.source().name().toLowerCase(Locale.ROOT),
        known.place().words(),
        time);
  }
}
