using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Site.Core.Persistence;

/// <summary>Stores dates in UTC and reads them back as UTC; a date without a kind is taken as UTC, as Core does.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
