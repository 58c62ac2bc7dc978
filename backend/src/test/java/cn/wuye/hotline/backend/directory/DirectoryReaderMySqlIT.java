package cn.wuye.hotline.backend.directory;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class DirectoryReaderMySqlIT extends DirectoryReaderCases {}
