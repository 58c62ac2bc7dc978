package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Answer;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Question;
import cn.wuye.hotline.ivr.intent.Address;
import cn.wuye.hotline.ivr.intent.EstateNames;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.intent.PlaceHeard;
import cn.wuye.hotline.ivr.port.Directory.Estate;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.util.List;
import java.util.Optional;

/** Where it is: only what is not known yet is asked, and nothing that does not matter. */
final class PlaceStep {
  private final Scene scene;
  private final PlaceNotes notes;
  private final EstateQuestion estateQuestion;

  PlaceStep(Scene scene) {
    this.scene = scene;
    this.notes = new PlaceNotes(scene);
    this.estateQuestion = new EstateQuestion(scene);
  }

  /** Asks for estate, building and unit as far as they are unknown and matter. */
  void run() {
    scene.file().noting(false);
    try {
      if (!scene.file().place().estateKnown()) {
        askEstate();
      }
      if (buildingMatters() && scene.file().place().building().isEmpty()) {
        askBuilding();
        if (!scene.file().place().building().isEmpty()) {
          askUnit();
        }
      }
    } finally {
      scene.file().noting(true);
    }
  }

  private boolean buildingMatters() {
    boolean publicPlace = !scene.places().read(scene.file().text()).publicPlace().isEmpty();
    boolean building =
        scene.file().intent().emergency()
            || scene.ears().intents().wantsBuilding(scene.file().intent());
    return building && !publicPlace;
  }

  private void askEstate() {
    List<Estate> estates = scene.directory().estates();
    if (estates.size() == 1) {
      notes.estate(estates.get(0).id());
    } else if (!estates.isEmpty()) {
      Answer<PlaceHeard> answer = scene.talk().ask(estateQuestion.question(estates));
      if (answer instanceof Answer.Understood<PlaceHeard> understood) {
        if (!understood.value().estateId().isEmpty()) {
          notes.estate(understood.value().estateId());
        }
        notes.address(understood.value().address());
        notes.words(understood.value().words());
      }
    }
  }

  private void askBuilding() {
    List<String> buildings =
        scene.directory().estates().stream()
            .filter(estate -> estate.id().equals(scene.file().place().estateId()))
            .flatMap(estate -> estate.buildings().stream())
            .limit(EstateNames.MOST_LISTENED_FOR)
            .toList();
    Prompt first = scene.sayings().say("ask-building");
    Prompt keys = scene.sayings().say("ask-building-keys");
    Listening open = Listening.open().withMaxDigits(4);
    Question<PlaceHeard> question =
        Question.<PlaceHeard>asking(scene.file().keysPreferred() ? keys : first, open)
            .then(scene.sayings().say("ask-building-again"), choice(buildings))
            .then(keys, choice(buildings))
            .withWords(this::building)
            .withKeys(digits -> building(digits.replace("#", "")).map(PlaceHeard::withoutWords))
            .withRecording(EstateQuestion.NOWHERE);
    if (scene.talk().ask(question) instanceof Answer.Understood<PlaceHeard> understood) {
      notes.address(understood.value().address());
      notes.words(understood.value().words());
    }
  }

  /** A grammar hears nothing but its phrases; without any the answer stays free. */
  private static Listening choice(List<String> buildings) {
    return buildings.isEmpty() ? Listening.open().withMaxDigits(4) : Listening.choice(buildings, 4);
  }

  private Optional<PlaceHeard> building(String text) {
    PlaceHeard heard = scene.places().readBuilding(text);
    Optional<String> named = scene.places().buildingNamed(scene.file().place().estateId(), text);
    if (named.isPresent()) {
      return named.map(heard::inBuilding);
    }
    Optional<String> known =
        heard.address().building().isEmpty()
            ? Optional.empty()
            : scene
                .places()
                .building(scene.file().place().estateId(), heard.address().building(), "");
    if (known.isEmpty() && !heard.publicPlace().isEmpty()) {
      return Optional.of(heard);
    }
    if (known.isEmpty()) {
      notes.words(text);
    }
    return known.map(building -> heard);
  }

  /** Asked once: who does not know it is phoned back anyway. */
  private void askUnit() {
    Place place = scene.file().place();
    if (place.unit().isEmpty() && place.room().isEmpty()) {
      Question<Address> question =
          Question.<Address>asking(
                  scene.sayings().say("ask-unit"), Listening.open().withMaxDigits(4))
              .withWords(text -> Optional.of(scene.places().readUnit(text)))
              .withKeys(digits -> Optional.of(scene.places().readUnit(digits.replace("#", ""))))
              .withRecording(Address.NONE);
      if (scene.talk().ask(question) instanceof Answer.Understood<Address> understood) {
        notes.address(understood.value());
      }
    }
  }
}
