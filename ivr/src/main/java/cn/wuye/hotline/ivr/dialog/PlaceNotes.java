package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.intent.Address;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.intent.PlaceHeard;
import cn.wuye.hotline.ivr.port.Directory.KnownCaller;

/**
 * Writes what is learnt about the place into the case file; what is said overrides what was known.
 */
final class PlaceNotes {
  private final Scene scene;

  PlaceNotes(Scene scene) {
    this.scene = scene;
  }

  /** The place known from the caller's number. */
  void fromNumber(Call call) {
    call.caller()
        .flatMap(scene.directory()::caller)
        .ifPresent(known -> scene.file().place(place(known)));
  }

  private static Place place(KnownCaller known) {
    return new Place(known.estateId(), known.building(), known.unit(), known.room(), "");
  }

  /**
   * The same where the greeting has named a place: "不是，我是五号楼的" puts it right, a plain "不是" takes it
   * back.
   */
  void fromAnswer(String text) {
    Place before = scene.file().place();
    fromSentence(text);
    if (scene.file().place().equals(before) && scene.ears().commands().deniesPlace(text)) {
      scene.file().place(Place.UNKNOWN);
    }
  }

  /** Place words inside a longer sentence; a doubtful name of an estate is no knowledge. */
  void fromSentence(String text) {
    PlaceHeard heard = scene.places().read(text);
    if (!heard.isEmpty()) {
      if (!heard.estateId().isEmpty() && !heard.doubtful()) {
        estate(heard.estateId());
      }
      address(heard.address());
      words(heard.words());
    }
  }

  void estate(String id) {
    Place place = scene.file().place();
    if (!place.estateId().equals(id)) {
      boolean moved = place.estateKnown();
      scene
          .file()
          .place(
              new Place(
                  id,
                  moved ? "" : place.building(),
                  moved ? "" : place.unit(),
                  moved ? "" : place.room(),
                  place.words()));
      building(scene.file().place().building());
    }
  }

  void address(Address address) {
    if (!address.building().isEmpty()) {
      building(address.building());
    }
    Place place = scene.file().place();
    String unit = address.unit().isEmpty() ? place.unit() : address.unit();
    String room = address.room().isEmpty() ? place.room() : address.room();
    scene.file().place(new Place(place.estateId(), place.building(), unit, room, place.words()));
  }

  /**
   * Takes a building under the directory's name; one that the estate has not stays in the words.
   */
  private void building(String said) {
    Place place = scene.file().place();
    String known = scene.places().building(place.estateId(), said, place.building()).orElse("");
    boolean same = known.equals(place.building());
    scene
        .file()
        .place(
            new Place(
                place.estateId(),
                known,
                same ? place.unit() : "",
                same ? place.room() : "",
                place.words()));
  }

  void words(String words) {
    Place place = scene.file().place();
    if (!words.isEmpty() && !place.words().contains(words)) {
      String all = place.words().isEmpty() ? words : place.words() + "，" + words;
      scene
          .file()
          .place(new Place(place.estateId(), place.building(), place.unit(), place.room(), all));
    }
  }
}
