using System.ComponentModel.DataAnnotations;

namespace Site.Core.Delivery.Changes;

/// <summary>What <c>Site:DeliveryApi:Changes</c> says.</summary>
internal sealed class ChangeFeedSettings
{
    /// <summary>The section.</summary>
    public const string Section = "Site:DeliveryApi:Changes";

    /// <summary>For how many days a reader of the change feed can go on where it was.</summary>
    [Range(1, 36_500, ErrorMessage = "Site:DeliveryApi:Changes:KeepForDays must be a number of days from 1 to 36500.")]
    public int KeepForDays { get; set; } = 90;
}
