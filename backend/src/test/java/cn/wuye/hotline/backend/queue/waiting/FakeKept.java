package cn.wuye.hotline.backend.queue.waiting;

import cn.wuye.hotline.backend.queue.callback.Place;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.ArrayList;
import java.util.List;

/** What the database would keep, in memory; may be away. */
final class FakeKept implements Kept {
  final List<Place> callBacks = new ArrayList<>();
  final List<Place> givenUp = new ArrayList<>();
  final List<String> talked = new ArrayList<>();
  Known known = Known.NOTHING;
  boolean phonesBack;
  boolean away;

  @Override
  public Known of(PhoneNumber number) {
    return away ? Known.NOTHING : known;
  }

  @Override
  public boolean callBack(Place place) {
    return !away && callBacks.add(place);
  }

  @Override
  public void gaveUp(Place place, boolean back) {
    givenUp.add(place);
    phonesBack = back;
  }

  @Override
  public void talked(PhoneNumber number, String agent) {
    talked.add(agent);
  }
}
