/** Everything the hotline says: the prompt catalogue, Chinese number rules, the files played. */
@NullMarked
package cn.wuye.hotline.ivr.prompt;

import org.jspecify.annotations.NullMarked;
