using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors.Dates;

/// <summary>Stores, shows and validates the values of the date editors of Umbraco 17.</summary>
internal sealed class DateTimeJsonValueEditor : DataValueEditor, IDataValueSortable
{
    private readonly IJsonSerializer _jsonSerializer;
    private readonly DateEditorKind _kind;

    public DateTimeJsonValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper shortStringHelper,
        IJsonSerializer jsonSerializer,
        IIOHelper ioHelper,
        ILocalizedTextService localizedTextService)
        : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
    {
        _jsonSerializer = jsonSerializer;
        _kind = DateEditorKind.Of(attribute.Alias) ?? throw new ArgumentException($"{attribute.Alias} is no date editor.", nameof(attribute));
        Validators.Add(new DateValidator(_kind, localizedTextService));
    }

    /// <inheritdoc />
    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
        => DateTimeValueReader.Read(_kind, editorValue.Value) is { } value ? _jsonSerializer.Serialize(value) : null;

    /// <inheritdoc />
    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
        => DateTimeValueReader.Read(_kind, property.GetValue(culture, segment)) is { } value
            ? new JsonObject { ["date"] = _kind.Format(value.Date), ["timeZone"] = value.TimeZone }
            : null;

    /// <inheritdoc />
    /// <remarks>In UTC, so that moments entered in different zones come in their order.</remarks>
    public string? GetSortableValue(object? value, object? dataTypeConfiguration)
        => DateTimeValueReader.Read(_kind, value)?.Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private sealed class DateValidator(DateEditorKind kind, ILocalizedTextService localizedTextService) : IValueValidator
    {
        public IEnumerable<ValidationResult> Validate(
            object? value,
            string? valueType,
            object? dataTypeConfiguration,
            PropertyValidationContext validationContext)
        {
            if (IsBlank(value))
                yield break;

            if (DateTimeValueReader.Read(kind, value) is not { } read)
                yield return Error("invalidDate");
            else if (kind.HasTimeZone && !IsAllowed(read.TimeZone, dataTypeConfiguration as DateTimeConfiguration))
                yield return new ValidationResult($"The time zone '{read.TimeZone}' is not one of the available options.", ["value"]);
        }

        private static bool IsBlank(object? value)
            => value.Unwrap() switch
            {
                null => true,
                string text => string.IsNullOrWhiteSpace(text),
                JsonObject node => node["date"] is null,
                _ => false,
            };

        private static bool IsAllowed(string? timeZone, DateTimeConfiguration? configuration)
            => configuration?.TimeZones is not { Mode: DateTimeConfiguration.TimeZoneMode.Custom } zones
                || (timeZone is not null && zones.TimeZones.Contains(timeZone, StringComparer.OrdinalIgnoreCase));

        private ValidationResult Error(string alias) => new(localizedTextService.Localize("validation", alias), ["value"]);
    }
}
