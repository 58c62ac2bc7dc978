package cn.wuye.hotline.backend.model;

import java.time.Instant;

/**
 * Something that was done to the models of a node.
 *
 * @param name of the model
 * @param role what it is or was used for; for {@link What#REMOVED} it says nothing
 * @param by the account of the machine that did it
 */
public record ModelChange(Instant at, What what, String name, ModelRole role, String by) {
  /** What was done. */
  public enum What {
    ACTIVATED,
    DEACTIVATED,
    REMOVED
  }
}
