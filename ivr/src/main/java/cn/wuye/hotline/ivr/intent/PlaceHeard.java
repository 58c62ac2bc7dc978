package cn.wuye.hotline.ivr.intent;

/**
 * What was said about the place.
 *
 * @param estateId empty string when no estate was named
 * @param doubtful whether the estate's name was only similar to what was said
 * @param publicPlace a place of the estate that belongs to no building; empty string for none
 * @param words the place in the caller's words
 */
public record PlaceHeard(
    String estateId, boolean doubtful, Address address, String publicPlace, String words) {
  /** The same where nothing was said but keyed. */
  public PlaceHeard withoutWords() {
    return new PlaceHeard(estateId, doubtful, address, publicPlace, "");
  }

  /** The same in a building of this name. */
  public PlaceHeard inBuilding(String building) {
    Address named = new Address(building, address.unit(), address.room());
    return new PlaceHeard(estateId, doubtful, named, publicPlace, words);
  }

  /** Whether nothing was said about a place. */
  public boolean isEmpty() {
    return estateId.isEmpty() && address.isEmpty() && publicPlace.isEmpty();
  }
}
