using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Site.Core.Persistence.Content;

/// <summary>Stores the dates of properties as they are written on the clock, without a time zone, and reads them back so.</summary>
internal sealed class UnspecifiedDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => DateTime.SpecifyKind(value, DateTimeKind.Unspecified),
    value => DateTime.SpecifyKind(value, DateTimeKind.Unspecified));
