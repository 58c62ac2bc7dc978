package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.intent.EstateNames;
import cn.wuye.hotline.ivr.intent.PlaceReader;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.Directory.Estate;
import java.util.ArrayList;
import java.util.List;

/** The reader of places, for as long as the estates are the same. Thread-safe. */
final class PlaceReaders {
  private final Directory directory;
  private volatile Reader reader = new Reader(List.of(), new PlaceReader(List.of()));

  private record Reader(List<Estate> estates, PlaceReader places) {}

  PlaceReaders(Directory directory) {
    this.directory = directory;
  }

  PlaceReader current() {
    List<Estate> estates = directory.estates();
    Reader current = reader;
    if (!current.estates.equals(estates)) {
      current = new Reader(List.copyOf(estates), new PlaceReader(names(estates)));
      reader = current;
    }
    return current.places;
  }

  private static List<EstateNames> names(List<Estate> estates) {
    List<EstateNames> all = new ArrayList<>();
    for (Estate estate : estates) {
      List<String> names = new ArrayList<>(List.of(estate.name()));
      names.addAll(estate.aliases());
      all.add(new EstateNames(estate.id(), names, estate.buildings()));
    }
    return all;
  }
}
