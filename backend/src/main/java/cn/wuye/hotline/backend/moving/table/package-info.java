/** Tables in files: reading Excel workbooks, CSV and ZIPs of CSV row by row, and writing CSV. */
@NullMarked
package cn.wuye.hotline.backend.moving.table;

import org.jspecify.annotations.NullMarked;
