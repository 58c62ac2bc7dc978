package cn.wuye.hotline.backend.estate;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see. Every service that shows something of an estate takes one; what is outside
 * does not exist for the asker.
 *
 * @param all everything, also what belongs to no estate yet
 * @param estates meaningless when {@code all}
 * @param unplaced whether what belongs to no estate yet (the caller did not say where) is seen
 */
public record EstateScope(boolean all, Set<EstateId> estates, boolean unplaced) {
  /** Sees everything: head office, and the application itself. */
  public static final EstateScope ALL = new EstateScope(true, Set.of(), true);

  public EstateScope {
    estates = Set.copyOf(estates);
  }

  /** Sees these estates, and nothing that belongs to none. */
  public static EstateScope of(Set<EstateId> estates) {
    return new EstateScope(false, estates, false);
  }

  /** The same, and what belongs to no estate yet. */
  public EstateScope withUnplaced() {
    return new EstateScope(all, estates, true);
  }

  /**
   * @param estate null when it belongs to none
   */
  public boolean sees(@Nullable EstateId estate) {
    return all || (estate == null ? unplaced : estates.contains(estate));
  }
}
