#include "number.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Digits without a point and the place of the point behind the first; as few digits as read back the same.
static int digits_of(double value, int is_single, char *digits) {
  char text[40];
  for (int places = is_single ? 5 : 14; places <= 16; places++) {
    snprintf(text, sizeof text, "%.*e", places, value);
    double again = strtod(text, NULL);
    if (is_single ? (float)again == (float)value : again == value) break;
  }
  size_t count = 0;
  const char *next = text;
  for (; *next && *next != 'e'; next++)
    if (*next != '.') digits[count++] = *next;
  while (count > 1 && digits[count - 1] == '0') count--;
  digits[count] = 0;
  return atoi(next + 1);
}

// The digits of a whole number, in at least so many places.
static char *put_digits(uint64_t number, int places, char *text) {
  char digits[24];
  int count = 0;
  for (; number > 0 || count < places; number /= 10) digits[count++] = (char)('0' + number % 10);
  while (count > 0) *text++ = digits[--count];
  return text;
}

// A number of at most six decimals and fifteen digits (six where it is single), as nearly every one is: printf and strtod
// would take a third of the time that a whole result takes. A whole number divided by a power of ten is rounded once, as
// reading the decimal rounds it; so where the quotient is the value, its digits read back the same, and no others of so few
// digits do. 0 where the number is another.
static size_t few_digits(double value, int is_single, char *text) {
  static const double powers[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
  double size = fabs(value), most = is_single ? 1e6 : 1e15;
  for (int decimals = 0; decimals <= 6; decimals++) {
    double power = powers[decimals], nearest = floor(size * power + 0.5);
    if (nearest >= most) return 0;
    double again = nearest / power;
    if (is_single ? (float)again != (float)size : again != size) continue;
    char *end = text;
    if (value < 0) *end++ = '-';
    uint64_t number = (uint64_t)nearest, whole = (uint64_t)power;
    end = put_digits(number / whole, 1, end);
    if (decimals > 0) {
      *end++ = '.';
      end = put_digits(number % whole, decimals, end);
    }
    return (size_t)(end - text);
  }
  return 0;
}

size_t codbc_number_text(double value, int is_single, char *text) {
  if (!isfinite(value)) return (size_t)sprintf(text, "%s", isnan(value) ? "NaN" : value < 0 ? "-Infinity" : "Infinity");
  if (value == 0) return (size_t)sprintf(text, "0");
  size_t length = few_digits(value, is_single, text);
  if (length > 0) return length;
  char digits[40];
  char *end = text;
  if (value < 0) *end++ = '-';
  int point = digits_of(fabs(value), is_single, digits);
  int count = (int)strlen(digits);
  if (point > 20 || point < -15) return (size_t)(end - text) + (size_t)sprintf(end, "%.*e", count - 1, fabs(value));
  if (point < 0) {
    *end++ = '0';
    *end++ = '.';
    for (int zero = -1; zero > point; zero--) *end++ = '0';
    return (size_t)(end - text) + (size_t)sprintf(end, "%s", digits);
  }
  for (int place = 0; place < count || place <= point; place++) {
    if (place == point + 1) *end++ = '.';
    *end++ = place < count ? digits[place] : '0';
  }
  return (size_t)(end - text);
}

size_t day_text(int year, unsigned month, unsigned day, char *text) {
  char *end = text;
  if (year < 0) *end++ = '-';
  end = put_digits((uint64_t)abs(year), year < 0 ? 3 : 4, end);
  *end++ = '-';
  end = put_digits(month % 100, 2, end);
  *end++ = '-';
  return (size_t)(put_digits(day % 100, 2, end) - text);
}

size_t moment_text(const odbc_timestamp_value *moment, char *text) {
  size_t count = day_text(moment->year, moment->month, moment->day, text);
  if (moment->hour == 0 && moment->minute == 0 && moment->second == 0) return count;
  return count
    + (size_t)snprintf(
           text + count, 32 - count, "T%02u:%02u:%02u", moment->hour % 100u, moment->minute % 100u, moment->second % 100u);
}

int is_number(const char *text, size_t length) {
  while (length > 0 && text[0] == ' ') text++, length--;
  while (length > 0 && text[length - 1] == ' ') length--;
  size_t place = length > 0 && (text[0] == '-' || text[0] == '+') ? 1 : 0, digits = 0, points = 0;
  for (; place < length; place++) {
    if (text[place] >= '0' && text[place] <= '9') {
      digits++;
    } else if (text[place] == '.' && points == 0) {
      points++;
    } else {
      return 0;
    }
  }
  return digits > 0;
}

int is_day(const char *text, size_t length) {
  if (length < 10) return 0;
  for (size_t place = 0; place < 10; place++) {
    int is_dash = place == 4 || place == 7;
    if (is_dash ? text[place] != '-' : text[place] < '0' || text[place] > '9') return 0;
  }
  return 1;
}
