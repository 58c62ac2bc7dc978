package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.PhoneLine;
import java.util.List;
import java.util.Optional;

/** A company with one estate. */
final class OneEstate implements Directory {
  static final long ID = 77;

  @Override
  public Optional<KnownCaller> caller(PhoneNumber number) {
    return Optional.empty();
  }

  @Override
  public boolean mayAskToRemember(PhoneNumber number) {
    return false;
  }

  @Override
  public List<Estate> estates() {
    return List.of(new Estate(String.valueOf(ID), "观澜湖畔", List.of(), List.of("3号楼")));
  }

  @Override
  public List<PhoneLine> onDuty(String estateId) {
    return serviceDesk(estateId);
  }

  @Override
  public List<PhoneLine> serviceDesk(String estateId) {
    return List.of(
        new PhoneLine(estateId.isEmpty() ? "总台" : "外区王师傅", new PhoneNumber("13700000099")));
  }
}
