package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.data.DataFile;
import cn.wuye.hotline.ivr.intent.Match.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From what was said to estate, building, unit and room. Names of estates are matched on sound,
 * accents and single errors allowed for. Thread-safe.
 */
public final class PlaceReader {
  private static final double SURE = 0.8;
  private static final Pattern PLAIN = Pattern.compile("[0-9]+(号楼|号|栋|幢|座)?");

  private final List<EstateNames> estates;
  private final List<Name> names = new ArrayList<>();
  private final List<Phrase> publicPlaces;

  /** A phrase for an estate; a shortened one is never sure. */
  private record Name(EstateNames estate, Phrase phrase, boolean shortened) {}

  private record Found(Name name, Match match) {
    double score() {
      return match.covered() * match.quality() * (name.shortened ? 0.8 : 1);
    }
  }

  public PlaceReader(List<EstateNames> estates) {
    this.estates = List.copyOf(estates);
    DataFile file = DataFile.resource("/intent/places.yml");
    publicPlaces =
        file.texts("public").stream().map(text -> Phrase.of(text, Tolerance.SOUNDS)).toList();
    List<String> endings = file.texts("name-endings");
    for (EstateNames estate : estates) {
      for (String name : estate.names()) {
        named(name, Tolerance.ERRORS).ifPresent(p -> names.add(new Name(estate, p, false)));
        shortened(name, endings)
            .flatMap(s -> named(s, Tolerance.SOUNDS))
            .ifPresent(p -> names.add(new Name(estate, p, true)));
      }
    }
  }

  /** A name as it is said: no sign in it (会所(东), 3#) is one of matching. */
  private static Optional<Phrase> named(String name, Tolerance tolerance) {
    String said = name.replaceAll("[^\\p{L}\\p{N}]", "");
    return said.isEmpty() ? Optional.empty() : Optional.of(Phrase.of(said, tolerance));
  }

  private static Optional<String> shortened(String name, List<String> endings) {
    return endings.stream()
        .filter(ending -> name.endsWith(ending) && name.length() - ending.length() >= 2)
        .max(Comparator.comparingInt(String::length))
        .map(ending -> name.substring(0, name.length() - ending.length()));
  }

  /** The place words of any sentence; what is said in passing ("五楼就不动了") is no place. */
  public PlaceHeard read(String text) {
    Utterance utterance = Utterance.of(text);
    Optional<Found> estate = estate(utterance);
    AddressReader.Found address = AddressReader.read(utterance);
    Optional<Match> place =
        publicPlaces.stream()
            .flatMap(phrase -> phrase.findAll(utterance).stream())
            .max(Comparator.comparingInt(Match::covered));
    List<Span> spans = new ArrayList<>(address.spans());
    estate.ifPresent(found -> spans.addAll(found.match.spans()));
    place.ifPresent(found -> spans.addAll(found.spans()));
    return new PlaceHeard(
        estate.map(found -> found.name.estate.id()).orElse(""),
        estate.map(found -> found.name.shortened || found.match.quality() < SURE).orElse(false),
        address.address(),
        place.map(found -> utterance.written(found.from(), found.to())).orElse(""),
        words(utterance, spans));
  }

  /** The answer to which building it is: a bare number counts. */
  public PlaceHeard readBuilding(String text) {
    PlaceHeard heard = read(text);
    List<String> numbers = AddressReader.bareNumbers(Utterance.of(text));
    if (!heard.address().building().isEmpty() || numbers.isEmpty()) {
      return heard;
    }
    Address address = heard.address();
    return new PlaceHeard(
        heard.estateId(),
        heard.doubtful(),
        new Address(numbers.get(0) + "号楼", address.unit(), address.room()),
        heard.publicPlace(),
        text);
  }

  /** The answer to which unit and room it is: bare numbers count. */
  public Address readUnit(String text) {
    Address address = read(text).address();
    String unit = address.unit();
    String room = address.room();
    for (String number : AddressReader.bareNumbers(Utterance.of(text))) {
      if (number.length() >= 3 && room.isEmpty()) {
        room = number;
      } else if (number.length() <= 2 && unit.isEmpty() && address.building().isEmpty()) {
        unit = number + "单元";
      }
    }
    return new Address("", unit, room);
  }

  /**
   * The estate's own name for a building that was said or keyed.
   *
   * @param said "3号楼", "12栋", or a bare "3"
   * @param before the building that is known already; of several it is meant. Or empty
   * @return empty when the estate is known to have no such building, or several of that number
   *     (A区3栋, B区3栋); what was said, when its buildings are not known
   */
  public Optional<String> building(String estateId, String said, String before) {
    List<String> buildings = buildings(estateId);
    if (buildings.isEmpty()) {
      return Optional.of(said.matches("\\d+") ? said + "号楼" : said);
    }
    if (buildings.contains(said)) {
      return Optional.of(said);
    }
    String number = number(said);
    List<String> same = buildings.stream().filter(each -> number(each).equals(number)).toList();
    if (same.contains(before)) {
      return Optional.of(before);
    }
    // 3栋 rather than 3栋商铺.
    List<String> plain = same.stream().filter(each -> PLAIN.matcher(each).matches()).toList();
    List<String> meant = plain.isEmpty() ? same : plain;
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  /**
   * The building of an estate that an answer names: by its whole name (B区3栋), or within the answer
   * where the name has no number (玫瑰苑). What is more usual, {@link #readBuilding} finds.
   */
  public Optional<String> buildingNamed(String estateId, String text) {
    List<String> buildings = buildings(estateId);
    if (buildings.contains(text)) {
      return Optional.of(text);
    }
    Utterance utterance = Utterance.of(text);
    List<String> named =
        buildings.stream()
            .filter(each -> AddressReader.bareNumbers(Utterance.of(each)).isEmpty())
            .filter(
                each ->
                    named(each, Tolerance.SOUNDS)
                        .filter(phrase -> !phrase.findAll(utterance).isEmpty())
                        .isPresent())
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private List<String> buildings(String estateId) {
    return estates.stream()
        .filter(estate -> estate.id().equals(estateId))
        .findFirst()
        .map(EstateNames::buildings)
        .orElse(List.of());
  }

  private static String number(String building) {
    Utterance utterance = Utterance.of(building);
    List<String> numbers = AddressReader.bareNumbers(utterance);
    return numbers.isEmpty() ? building : numbers.get(0).replaceFirst("^0+(?=.)", "");
  }

  private Optional<Found> estate(Utterance utterance) {
    Stream<Found> found =
        names.stream()
            .flatMap(
                name ->
                    name.phrase.findAll(utterance).stream()
                        .filter(match -> !name.shortened || match.quality() > 0.9)
                        .map(match -> new Found(name, match)));
    return found.max(Comparator.comparingDouble(Found::score));
  }

  private static String words(Utterance utterance, List<Span> spans) {
    int from = spans.stream().mapToInt(Span::from).min().orElse(0);
    int to = spans.stream().mapToInt(Span::to).max().orElse(0);
    return utterance.written(from, to);
  }
}
