package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.PhoneLine;
import java.util.List;
import java.util.Optional;

/**
 * The directory as one call that is tried out uses it. Notices when it was asked for people of an
 * estate that the user does not see. Belongs to one thread.
 */
final class ScopedDirectory implements Directory {
  private final Directory directory;
  private final EstateScope scope;
  private boolean foreign;

  ScopedDirectory(Directory directory, EstateScope scope) {
    this.directory = directory;
    this.scope = scope;
  }

  /** Whether people were asked for whom the user may not see. */
  boolean foreign() {
    return foreign;
  }

  private void asked(String estateId) {
    foreign |= !estateId.isEmpty() && EstateId.find(estateId).filter(scope::sees).isEmpty();
  }

  @Override
  public List<PhoneLine> onDuty(String estateId) {
    asked(estateId);
    return directory.onDuty(estateId);
  }

  @Override
  public List<PhoneLine> serviceDesk(String estateId) {
    asked(estateId);
    return directory.serviceDesk(estateId);
  }

  @Override
  public Optional<KnownCaller> caller(PhoneNumber number) {
    return directory.caller(number);
  }

  @Override
  public boolean mayAskToRemember(PhoneNumber number) {
    return directory.mayAskToRemember(number);
  }

  @Override
  public List<Estate> estates() {
    return directory.estates();
  }
}
