using System.Globalization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validators;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Dates;

/// <summary><c>Umbraco.DateTime</c>: a date and time without zone, stored as a database date.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.DateTime, ValueType = ValueTypes.DateTime, ValueEditorIsReusable = true)]
internal sealed class DateTimePropertyEditor : DataEditor
{
    public DateTimePropertyEditor(IDataValueEditorFactory dataValueEditorFactory)
        : base(dataValueEditorFactory)
        => SupportsReadOnly = true;

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<DateTimeValueEditor>(Attribute!);

    internal sealed class DateTimeValueEditor : DataValueEditor
    {
        public DateTimeValueEditor(DataEditorAttribute attribute, IShortStringHelper shortStringHelper, IJsonSerializer jsonSerializer, IIOHelper ioHelper)
            : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
            => Validators.Add(new DateTimeValidator());

        /// <inheritdoc />
        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
            => property.GetValue(culture, segment) is DateTime date
                ? date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
                : null;
    }
}
