package cn.wuye.hotline.backend.queue.edit;

import cn.wuye.hotline.router.queue.Skill;
import java.util.Set;

/**
 * A phone at which an agent answers.
 *
 * @param version of the row that was read; 0 for one that is not there yet
 * @param user whose it is; 0 for nobody's, which anybody may sign in with
 * @param skills of its user; empty for nobody's
 */
public record AgentPhone(String extension, long version, long user, Set<Skill> skills) {
  public AgentPhone {
    skills = Set.copyOf(skills);
  }
}
