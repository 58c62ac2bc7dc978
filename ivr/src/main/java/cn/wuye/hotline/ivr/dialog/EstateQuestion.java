package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.intent.Address;
import cn.wuye.hotline.ivr.intent.EstateNames;
import cn.wuye.hotline.ivr.intent.PlaceHeard;
import cn.wuye.hotline.ivr.port.Directory.Estate;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** In which estate: by name, or by a key where there are few. */
final class EstateQuestion {
  /** Said, but only the recording knows what. */
  static final PlaceHeard NOWHERE = new PlaceHeard("", false, Address.NONE, "", "");

  private static final int MOST_KEYS = 9;

  private final Scene scene;

  EstateQuestion(Scene scene) {
    this.scene = scene;
  }

  Question<PlaceHeard> question(List<Estate> estates) {
    Sayings sayings = scene.sayings();
    int digits = String.valueOf(estates.size()).length();
    Listening open = Listening.open().withMaxDigits(digits);
    Listening names = Listening.choice(names(estates), digits);
    boolean few = estates.size() <= MOST_KEYS;
    Prompt keys = few ? sayings.estateKeys(estates) : sayings.say("ask-estate-slowly");
    boolean keysFirst = few && scene.file().keysPreferred();
    return Question.<PlaceHeard>asking(keysFirst ? keys : sayings.say("ask-estate"), open)
        .then(sayings.say("ask-estate-again"), names)
        .then(keys, names)
        .withWords(this::named)
        .withKeys(key -> keyed(key, estates))
        .withRecording(NOWHERE)
        .confirmedBy(heard -> doubt(heard, estates));
  }

  private static List<String> names(List<Estate> estates) {
    return estates.stream()
        .flatMap(estate -> Stream.concat(Stream.of(estate.name()), estate.aliases().stream()))
        .limit(EstateNames.MOST_LISTENED_FOR)
        .toList();
  }

  private Optional<PlaceHeard> named(String text) {
    PlaceHeard heard = scene.places().read(text);
    if (heard.estateId().isEmpty()) {
      PlaceNotes notes = new PlaceNotes(scene);
      notes.address(heard.address());
      notes.words(text);
      return Optional.empty();
    }
    return Optional.of(heard);
  }

  private static Optional<PlaceHeard> keyed(String key, List<Estate> estates) {
    if (!key.matches("\\d{1,4}")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(key) - 1;
    return index < 0 || index >= estates.size()
        ? Optional.empty()
        : Optional.of(new PlaceHeard(estates.get(index).id(), false, Address.NONE, "", ""));
  }

  private Optional<Question<Boolean>> doubt(PlaceHeard heard, List<Estate> estates) {
    return estates.stream()
        .filter(estate -> heard.doubtful() && estate.id().equals(heard.estateId()))
        .findFirst()
        .map(estate -> YesNo.ask(scene, scene.sayings().confirmEstate(estate.name())));
  }
}
