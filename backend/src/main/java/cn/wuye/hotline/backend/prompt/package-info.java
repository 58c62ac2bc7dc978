/** What people have recorded for the prompts: kept in the database, played by every node. */
@NullMarked
package cn.wuye.hotline.backend.prompt;

import org.jspecify.annotations.NullMarked;
