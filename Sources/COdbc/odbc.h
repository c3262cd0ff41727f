// The part of ODBC 3 that sitrep-fetch uses, as the standard states it, and the functions of the driver manager.
//
// The headers of unixODBC are not needed to build, nor is its library to start: it is loaded when a source is asked for.
// Where its headers are installed, check.c holds every number here to theirs.
#ifndef SITREP_ODBC_H
#define SITREP_ODBC_H

#include <stdint.h>

typedef void *odbc_handle;
typedef int16_t odbc_return;
typedef uint16_t odbc_unit;  // of UTF-16
typedef long odbc_length;

enum {
  odbc_success = 0,
  odbc_success_with_info = 1,
  odbc_no_data = 100,

  odbc_environment = 1,
  odbc_connection = 2,
  odbc_statement = 3,

  odbc_null_data = -1,
  odbc_no_total = -4,
  odbc_nts = -3,

  odbc_attribute_version = 200,
  odbc_version_3 = 3,
  odbc_attribute_access_mode = 101,
  odbc_mode_read_only = 1,
  odbc_attribute_autocommit = 102,
  odbc_autocommit_off = 0,
  odbc_attribute_login_timeout = 103,
  odbc_attribute_query_timeout = 0,
  odbc_attribute_row_array_size = 27,
  odbc_attribute_row_status = 25,
  odbc_attribute_rows_fetched = 26,
  odbc_attribute_bind_type = 5,

  odbc_driver_noprompt = 0,
  odbc_rollback = 1,
  odbc_close = 0,
  odbc_unbind = 2,
  odbc_parameter_input = 1,

  odbc_info_driver_name = 6,
  odbc_info_driver_version = 7,
  odbc_info_engine = 17,
  odbc_info_engine_version = 18,

  odbc_row_success = 0,
  odbc_row_success_with_info = 6,
  odbc_row_none = 3,

  // Types of columns.
  odbc_char = 1,
  odbc_numeric = 2,
  odbc_decimal = 3,
  odbc_integer = 4,
  odbc_smallint = 5,
  odbc_float = 6,
  odbc_real = 7,
  odbc_double = 8,
  odbc_datetime = 9,
  odbc_varchar = 12,
  odbc_date = 91,
  odbc_time = 92,
  odbc_timestamp = 93,
  odbc_long_varchar = -1,
  odbc_binary = -2,
  odbc_varbinary = -3,
  odbc_long_varbinary = -4,
  odbc_bigint = -5,
  odbc_tinyint = -6,
  odbc_bit = -7,
  odbc_wide_char = -8,
  odbc_wide_varchar = -9,
  odbc_wide_long_varchar = -10,
  odbc_guid = -11,
  // Of Microsoft's alone: a moment with its offset, a time of day with fractions.
  odbc_moment_with_offset = -155,

  // What a column is bound as.
  odbc_as_char = 1,
  odbc_as_wide = -8,
  odbc_as_double = 8,
  odbc_as_date = 91,
  odbc_as_timestamp = 93,
};

typedef struct {
  int16_t year;
  uint16_t month, day;
} odbc_date_value;

typedef struct {
  int16_t year;
  uint16_t month, day, hour, minute, second;
  uint32_t nanoseconds;
} odbc_timestamp_value;

typedef struct {
  odbc_return (*AllocHandle)(int16_t, odbc_handle, odbc_handle *);
  odbc_return (*FreeHandle)(int16_t, odbc_handle);
  odbc_return (*FreeStmt)(odbc_handle, uint16_t);
  odbc_return (*SetEnvAttr)(odbc_handle, int32_t, void *, int32_t);
  odbc_return (*SetConnectAttr)(odbc_handle, int32_t, void *, int32_t);
  odbc_return (*SetStmtAttr)(odbc_handle, int32_t, void *, int32_t);
  odbc_return (*DriverConnectW)(odbc_handle, void *, odbc_unit *, int16_t, odbc_unit *, int16_t, int16_t *, uint16_t);
  odbc_return (*Disconnect)(odbc_handle);
  odbc_return (*GetInfoW)(odbc_handle, uint16_t, void *, int16_t, int16_t *);
  odbc_return (*ExecDirectW)(odbc_handle, odbc_unit *, int32_t);
  odbc_return (*BindParameter)(
    odbc_handle, uint16_t, int16_t, int16_t, int16_t, unsigned long, int16_t, void *, odbc_length, odbc_length *);
  odbc_return (*NumResultCols)(odbc_handle, int16_t *);
  odbc_return (*DescribeColW)(
    odbc_handle, uint16_t, odbc_unit *, int16_t, int16_t *, int16_t *, unsigned long *, int16_t *, int16_t *);
  odbc_return (*BindCol)(odbc_handle, uint16_t, int16_t, void *, odbc_length, odbc_length *);
  odbc_return (*FetchScroll)(odbc_handle, int16_t, odbc_length);
  odbc_return (*MoreResults)(odbc_handle);
  odbc_return (*EndTran)(int16_t, odbc_handle, int16_t);
  odbc_return (*Cancel)(odbc_handle);
  odbc_return (*GetDiagRecW)(int16_t, odbc_handle, int16_t, odbc_unit *, int32_t *, odbc_unit *, int16_t, int16_t *);
} odbc_functions;

// The driver manager; NULL where it is not installed.
const odbc_functions *odbc_loaded(void);

#endif
