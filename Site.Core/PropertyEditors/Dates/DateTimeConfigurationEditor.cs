using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Dates;

/// <summary>Configuration of the date editors of Umbraco 17: the time zones to choose from (<c>timeZones</c>).</summary>
internal sealed class DateTimeConfigurationEditor(IIOHelper ioHelper) : ConfigurationEditor<DateTimeConfiguration>(ioHelper);
