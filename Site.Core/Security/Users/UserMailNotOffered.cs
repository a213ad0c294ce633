using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Security;

namespace Site.Core.Security.Users;

/// <summary>
/// Says that the site sends no invitations and no password mails. Core's user service, which much else needs, cannot be made
/// without somebody who says so; it asks first whether they can be sent.
/// </summary>
internal sealed class UserMailNotOffered : IUserInviteSender, IUserForgotPasswordSender
{
    /// <inheritdoc />
    public bool CanSendInvites() => false;

    /// <inheritdoc />
    public bool CanSend() => false;

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public Task InviteUser(UserInvitationMessage invite) =>
        throw new NotSupportedException("Invitations by e-mail are not offered: create the user instead.");

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always.</exception>
    public Task SendForgotPassword(UserForgotPasswordMessage messageModel) =>
        throw new NotSupportedException("Resetting a forgotten password by e-mail is not offered: an administrator sets a new one.");
}
