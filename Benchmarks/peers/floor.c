// What the hardware allows: the bare steps of the whole job in one pass of C.
//
//     gcc -O3 -o floor floor.c -lm && ./floor EXPORT CLASSES
//
// CSV -> journal -> words -> flags -> Mantel-Haenszel, one thread, in windows of eight megabytes so that memory stays
// flat. It shows what is attainable and not what is right: no stems, no synonyms, no Unicode beyond "a byte of a word",
// and it knows the columns of this one export by their places. CLASSES is written by `cues.py`: a letter, a tab and a
// term a line. It trusts its input, as a probe may: don't point it at a file from elsewhere.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { window = 8 << 20, columns = 15, padding = 64 };

// Columns of the export.
enum { resolved = 2, reopened = 4, reopens = 5, priority = 6, team = 8, requester = 10, request = 12, journal = 13 };

// --- bytes ---

enum kind { other, letter, digit, blank, line_end, sentence_end, joint };
static uint8_t kinds[256], vowels[256];

static void fill_tables(void) {
  for (int i = 0; i < 256; i++) {
    int low = i | 0x20;
    kinds[i] = i >= 0x80 || (low >= 'a' && low <= 'z') ? letter
               : i >= '0' && i <= '9'                  ? digit
               : i == ' ' || i == '\t' || i == '\r'    ? blank
               : i == '\n'                             ? line_end
               : i == '.' || i == '!' || i == '?'      ? sentence_end
               : i == '\'' || i == '-' || i == '/'     ? joint
                                                       : other;
  }
  for (const char *at = "aeiouyAEIOUY"; *at; at++) vowels[(uint8_t)*at] = 1;
}

static inline int is_of_word(uint8_t byte) { return kinds[byte] == letter || kinds[byte] == digit; }

// --- words ---

static const uint8_t masks[48] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};

// The first sixteen bytes and the length, whatever the case. Sixteen bytes must be readable.
static inline uint64_t hash_word(const uint8_t *word, size_t length) {
  const uint8_t *mask = masks + (length < 16 ? 16 - length : 0);
  uint64_t low, high, low_mask, high_mask;
  memcpy(&low, word, 8), memcpy(&high, word + 8, 8);
  memcpy(&low_mask, mask, 8), memcpy(&high_mask, mask + 8, 8);
  low = (low | 0x2020202020202020) & low_mask;
  high = (high | 0x2020202020202020) & high_mask;
  uint64_t hash = (low ^ 0x9E3779B97F4A7C15) * 0xFF51AFD7ED558CCD;
  hash ^= hash >> 32;
  hash = (hash ^ high ^ length) * 0xC4CEB9FE1A85EC53;
  return (hash ^ hash >> 29) | 1;
}

static inline uint64_t hash_pair(uint64_t first, uint64_t second) {
  uint64_t hash = (first ^ (second << 17 | second >> 47)) * 0x9E3779B97F4A7C15;
  return (hash ^ hash >> 31) | 1;
}

// Words, sequences of words and their beginnings, in one table.
enum { jargon = 1, hedging = 2, blame = 4, next_step = 8, confirmation = 16, form_of_be = 32, greeting = 64 };
enum { ordinary = 128, begins_sequence = 256, is_flag = 127 };
enum { term_bits = 15 };
static uint64_t term_hashes[1 << term_bits];
static uint32_t term_classes[1 << term_bits];

static uint32_t *place_of(uint64_t hash) {
  uint32_t at = hash >> (64 - term_bits);
  while (term_hashes[at] && term_hashes[at] != hash) at = (at + 1) & ((1 << term_bits) - 1);
  term_hashes[at] = hash;
  return term_classes + at;
}

static inline uint32_t classes_of(uint64_t hash) {
  uint32_t at = hash >> (64 - term_bits);
  for (uint64_t met; (met = term_hashes[at]); at = (at + 1) & ((1 << term_bits) - 1))
    if (met == hash) return term_classes[at];
  return 0;
}

static void load_terms(const char *path) {
  static const char letters[] = "JHBNCPGw";
  FILE *file = fopen(path, "r");
  if (!file) exit(66);
  char line[300];
  while (fgets(line, sizeof line, file)) {
    uint64_t sequence = 0;
    int count = 0;
    line[strcspn(line, "\n")] = 0;
    for (uint8_t *at = (uint8_t *)line + 2; *at;) {
      if (!is_of_word(*at)) {
        at++;
        continue;
      }
      uint8_t padded[sizeof line + padding] = {0};
      uint8_t *end = at;
      while (is_of_word(*end)) end++;
      memcpy(padded, at, end - at);
      uint64_t word = hash_word(padded, end - at);
      if (count++) *place_of(sequence) |= begins_sequence;
      sequence = count > 1 ? hash_pair(sequence, word) : word;
      at = end;
    }
    if (count) *place_of(sequence) |= 1u << (strchr(letters, line[0]) - letters);
  }
  fclose(file);
}

// --- the words of a ticket's request and first reply ---

enum { of_request = 1, of_reply = 2, of_both = 3, set_bits = 12 };
static uint64_t set_hashes[1 << set_bits];
static uint32_t set_stamps[1 << set_bits]; // of the ticket that wrote the place: nothing has to be emptied
static uint8_t set_members[1 << set_bits];
static uint32_t stamp;

static inline uint32_t next_place(uint32_t at) { return (at + 1) & ((1 << set_bits) - 1); }

struct ticket {
  uint32_t words, sentences, syllables, long_words, longest_paragraph, unexplained;
  uint32_t request_words, reply_words, common_words;
  uint32_t hedging, blame, next_step, confirmation, passive;
  int greets;
};

static inline void add_to_set(uint64_t hash, int member, struct ticket *ticket) {
  for (uint32_t at = hash >> (64 - set_bits);; at = next_place(at)) {
    if (set_stamps[at] != stamp) {
      set_stamps[at] = stamp, set_hashes[at] = hash, set_members[at] = member;
      member == of_request ? ticket->request_words++ : ticket->reply_words++;
      return;
    }
    if (set_hashes[at] != hash) continue;
    if (member == of_reply && set_members[at] == of_request) {
      set_members[at] = of_both;
      ticket->reply_words++, ticket->common_words++;
    }
    return;
  }
}

static inline int is_of_request(uint64_t hash) {
  for (uint32_t at = hash >> (64 - set_bits); set_stamps[at] == stamp; at = next_place(at))
    if (set_hashes[at] == hash) return set_members[at] != of_reply;
  return 0;
}

// --- texts ---

enum role { the_request, first_reply, later_reply };

static void read_text(const uint8_t *at, const uint8_t *end, enum role role, struct ticket *ticket) {
  uint64_t sequence = 0; // begun and not ended
  uint32_t paragraph = 0;
  int after_be = 0;
  while (at < end) {
    uint8_t kind = kinds[*at];
    if (kind != letter && kind != digit) {
      if (role != the_request) {
        if (kind == sentence_end) ticket->sentences++;
        if (kind == line_end) {
          if (paragraph > ticket->longest_paragraph) ticket->longest_paragraph = paragraph;
          paragraph = 0;
          if (at + 1 < end && at[1] == '>') { // a quoted line
            for (at++; at < end && *at != '\n';) at++;
            continue;
          }
        }
      }
      if (kind != blank) sequence = 0;
      at++;
      continue;
    }
    const uint8_t *start = at;
    uint32_t groups = 0, was_vowel = 0;
    do {
      uint32_t is_vowel = vowels[*at];
      groups += is_vowel & ~was_vowel;
      was_vowel = is_vowel;
      kind = kinds[*++at];
    } while (kind == letter || kind == digit || (kind == joint && kinds[at[1]] == letter));
    size_t length = at - start;
    uint64_t hash = hash_word(start, length);
    uint32_t classes = classes_of(hash);
    if (role != later_reply) add_to_set(hash, role == the_request ? of_request : of_reply, ticket);
    if (role == the_request) continue;

    uint32_t found = classes & is_flag;
    if (sequence) {
      uint64_t longer = hash_pair(sequence, hash);
      uint32_t more = classes_of(longer);
      found |= more & is_flag;
      sequence = more & begins_sequence ? longer : 0;
    }
    if (!sequence && classes & begins_sequence) sequence = hash;
    if (found & jargon) {
      const uint8_t *after = at;
      while (*after == ' ') after++;
      int is_explained = *after == '(' || (after[0] == 0xE2 && after[1] == 0x80 && after[2] == 0x93);
      if (!is_explained && !is_of_request(hash)) ticket->unexplained++;
    }
    ticket->hedging += (found & hedging) != 0;
    ticket->blame += (found & blame) != 0;
    ticket->next_step += (found & next_step) != 0;
    ticket->confirmation += (found & confirmation) != 0;
    ticket->passive += after_be && length > 3 && start[length - 1] == 'd' && start[length - 2] == 'e';
    after_be = (found & form_of_be) != 0;
    if (classes & greeting && ticket->words == 0) ticket->greets = 1;
    ticket->words++;
    ticket->syllables += groups + (groups == 0);
    ticket->long_words += groups >= 3;
    paragraph++;
  }
  if (paragraph > ticket->longest_paragraph) ticket->longest_paragraph = paragraph;
}

// --- tickets ---

struct text {
  const uint8_t *start;
  size_t count;
};

static const char *const flags[] = {"jargon",  "no paraphrase", "no next step", "no confirmation", "blame", "passive",
                                    "hedging", "wall of text",  "no greeting",  "hard to read"};
enum { flag_count = sizeof flags / sizeof *flags, priorities = 8, most_teams = 64 };
static int cells[priorities][most_teams][flag_count][4];
static char teams[most_teams][64];
static int team_count;
static unsigned long ticket_count, reply_count;

static int number_of_team(struct text name) {
  for (int i = 0; i < team_count; i++)
    if (strlen(teams[i]) == name.count && !memcmp(teams[i], name.start, name.count)) return i;
  if (team_count == most_teams || name.count >= sizeof teams[0]) exit(65);
  memcpy(teams[team_count], name.start, name.count);
  return team_count++;
}

// "2025-01-06 19:54:50 - Name (Additional comments)"
static inline int begins_entry(const uint8_t *at, const uint8_t *end) {
  return end - at > 26 && at[0] == '2' && at[4] == '-' && at[7] == '-' && at[10] == ' ' && at[13] == ':' &&
         at[16] == ':' && at[19] == ' ' && at[20] == '-';
}

struct entry {
  const uint8_t *head, *body, *end;
};

enum { most_entries = 256 };

static int split_journal(struct text journal, struct entry *entries) {
  int count = 0;
  const uint8_t *end = journal.start + journal.count;
  for (const uint8_t *at = journal.start; at < end; at++) {
    if (begins_entry(at, end)) {
      const uint8_t *head = at;
      at = memchr(at, '\n', end - at);
      if (!at) break;
      if (count) entries[count - 1].end = head;
      if (count == most_entries) break;
      entries[count++] = (struct entry){head, at + 1, end};
    }
    at = memchr(at, '\n', end - at);
    if (!at) break;
  }
  return count;
}

static int is_public(struct entry entry) {
  const uint8_t *line_end = entry.body - 1; // "…comments)" ends in "ts)", "…notes)" in "es)"
  return line_end[-2] == 's' && line_end[-3] == 't';
}

static int is_by(struct text name, struct entry entry) {
  const uint8_t *author = entry.head + 22;
  return (size_t)(entry.body - 1 - author) > name.count && !memcmp(author, name.start, name.count) &&
         author[name.count] == ' ' && author[name.count + 1] == '(';
}

static void read_ticket(struct text *row) {
  ticket_count++;
  if (!row[resolved].count) return;
  struct ticket ticket = {0};
  stamp++;
  read_text(row[request].start, row[request].start + row[request].count, the_request, &ticket);
  struct entry entries[most_entries];
  int replies = 0, confirms = 0;
  for (int i = split_journal(row[journal], entries) - 1; i >= 0; i--) { // the oldest first
    if (!is_public(entries[i]) || is_by(row[requester], entries[i])) continue;
    if (row[reopened].count && memcmp(entries[i].head, row[reopened].start, 19) >= 0) break;
    uint32_t before = ticket.confirmation;
    read_text(entries[i].body, entries[i].end, replies ? later_reply : first_reply, &ticket);
    confirms = ticket.confirmation > before;
    replies++;
  }
  reply_count += replies;
  if (!replies) return;
  uint32_t all = ticket.request_words + ticket.reply_words - ticket.common_words;
  double overlap = all ? (double)ticket.common_words / all : 0;
  double words = ticket.words ? ticket.words : 1, sentences = ticket.sentences ? ticket.sentences : 1;
  double ease = ticket.words ? 206.835 - 1.015 * words / sentences - 84.6 * ticket.syllables / words : 0;
  double fog = ticket.words ? 0.4 * (words / sentences + 100.0 * ticket.long_words / words) : 0;
  int has[flag_count] = {ticket.unexplained > 0, overlap < 0.12,     !ticket.next_step,
                         !confirms,              ticket.blame > 0,   ticket.passive > 0,
                         ticket.hedging > 0,     ticket.longest_paragraph > 90,
                         !ticket.greets,         ease < 60 || fog > 12};
  int was_reopened = row[reopens].start[0] != '0';
  int group = number_of_team(row[team]), urgency = (row[priority].start[0] - '0') & (priorities - 1);
  for (int i = 0; i < flag_count; i++) cells[urgency][group][i][(has[i] ? 0 : 2) + !was_reopened]++;
}

// --- rows ---

// Reads the row at `*at` into `row`; 0 if it is not all there. Fields with quotes in them are put together in `spare`.
static int read_row(const uint8_t **at, const uint8_t *end, int is_last, uint8_t *spare, struct text *row, int *count) {
  const uint8_t *p = *at;
  *count = 0;
  while (p < end) {
    struct text field;
    if (*p == '"') {
      const uint8_t *start = ++p, *quote = memchr(p, '"', end - p);
      uint8_t *copy = spare;
      for (;;) {
        if (!quote || (quote + 1 >= end && !is_last)) return 0;
        if (quote[1] != '"') break;
        memcpy(spare, start, quote + 1 - start);
        spare += quote + 1 - start;
        start = quote + 2;
        quote = memchr(start, '"', end - start);
      }
      if (spare == copy) {
        field = (struct text){start, quote - start};
      } else {
        memcpy(spare, start, quote - start);
        spare += quote - start;
        field = (struct text){copy, spare - copy};
        *spare++ = 0;
      }
      p = quote + 1;
    } else {
      const uint8_t *start = p;
      while (p < end && *p != ',' && *p != '\r' && *p != '\n') p++;
      if (p >= end && !is_last) return 0;
      field = (struct text){start, p - start};
    }
    if (*count < columns) row[*count] = field;
    ++*count;
    if (p < end && *p == ',') {
      p++;
      continue;
    }
    if (p < end && *p == '\r') p++;
    if (p >= end && !is_last) return 0;
    if (p < end && *p == '\n') p++;
    *at = p;
    return 1;
  }
  return 0;
}

static void read_export(int file) {
  uint8_t *bytes = malloc(window + padding), *spare = malloc(window + padding);
  if (!bytes || !spare) exit(71);
  size_t held = 0;
  int is_head = 1, is_last = 0;
  while (!is_last) {
    ssize_t got = read(file, bytes + held, window - held);
    is_last = got <= 0;
    held += is_last ? 0 : got;
    memset(bytes + held, 0, padding);
    const uint8_t *at = bytes;
    struct text row[columns];
    int count;
    while (read_row(&at, bytes + held, is_last, spare, row, &count)) {
      if (!is_head && count == columns) read_ticket(row);
      is_head = 0;
    }
    held -= at - bytes;
    memmove(bytes, at, held);
    if (held == window) exit(65);
  }
  free(bytes), free(spare);
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  int file = open(arguments[1], O_RDONLY);
  if (file < 0) return 66;
  fill_tables();
  load_terms(arguments[2]);
  read_export(file);
  printf("{\"tickets\": %lu, \"replies\": %lu", ticket_count, reply_count);
  for (int flag = 0; flag < flag_count; flag++) {
    double above = 0, below = 0;
    for (int i = 0; i < priorities; i++) {
      for (int j = 0; j < team_count; j++) {
        const int *table = cells[i][j][flag];
        double all = (double)table[0] + table[1] + table[2] + table[3];
        if (all == 0) continue;
        above += (double)table[0] * table[3] / all;
        below += (double)table[1] * table[2] / all;
      }
    }
    printf(", \"%s\": %.2f", flags[flag], below > 0 ? above / below : 0);
  }
  puts("}");
}
